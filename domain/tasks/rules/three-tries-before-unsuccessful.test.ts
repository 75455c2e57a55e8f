import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { CloseReason } from '../close-reason.ts';
import { threeTriesBeforeUnsuccessful } from './three-tries-before-unsuccessful.ts';

const closed = (attempts: number, reason: CloseReason | undefined = 'unsuccessful-contact', contactTries = 3) => ({
  reason,
  attempts,
  policy: { contactTries },
});

examples(threeTriesBeforeUnsuccessful, {
  breaks: [closed(4, 'unsuccessful-contact', 5), closed(2), closed(0)],
  keeps: [
    closed(0, 'booked-job'),
    { attempts: 0, policy: { contactTries: 3 } },
    closed(0, 'unsuccessful-contact', 0),
    closed(3),
    closed(12),
  ],
});

test('R-236 The refusal says how many tries are still missing', () => {
  expect(threeTriesBeforeUnsuccessful.because?.(closed(2))).toBe('2 of 3 are logged: try once more.');
  expect(threeTriesBeforeUnsuccessful.because?.(closed(1))).toBe('1 of 3 are logged: try 2 more times.');
});
