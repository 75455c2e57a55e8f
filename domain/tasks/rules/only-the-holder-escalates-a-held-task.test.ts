import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { onlyTheHolderEscalatesAHeldTask } from './only-the-holder-escalates-a-held-task.ts';

const by = { id: 'ana' };
const held = (heldBy: string) => ({ status: 'held', heldBy, heldSince: '2026-03-02T09:30:00.000Z' }) as const;

examples(onlyTheHolderEscalatesAHeldTask, {
  breaks: [
    { task: held('ben'), by, holderName: 'Ben Okoye' },
    { task: { status: 'escalated' }, by },
    { task: { status: 'closed' }, by },
  ],
  keeps: [
    { task: held('ana'), by },
    { task: { status: 'waiting' }, by },
  ],
});

test('R-214 Who may not escalate reads why', () => {
  const because = onlyTheHolderEscalatesAHeldTask.because;
  expect(because?.({ task: held('ben'), by, holderName: 'Ben Okoye' })).toBe('Ben Okoye has held it since 2026-03-02 09:30 UTC.');
  expect(because?.({ task: { status: 'escalated' }, by })).toBe('It is escalated already.');
});
