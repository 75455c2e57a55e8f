import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { assigneeHasAFreePlace } from './assignee-has-a-free-place.ts';

const given = (held: number, tasksPerAgent = 1) => ({ to: { name: 'Ben Sato' }, held: Array.from({ length: held }, () => ({ subject: 'Boiler' })), policy: { tasksPerAgent } });

examples(assigneeHasAFreePlace, { breaks: [given(1), given(3, 2)], keeps: [given(0), given(1, 2)] });

test('R-051 The refusal names what the other holds', () => expect(assigneeHasAFreePlace.because?.(given(1))).toBe('Ben Sato holds “Boiler”.'));
