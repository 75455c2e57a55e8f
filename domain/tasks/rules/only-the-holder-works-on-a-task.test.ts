import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { onlyTheHolderWorksOnATask } from './only-the-holder-works-on-a-task.ts';

const ana = { id: 'ana' };
const heldBy = (id: string) => ({ status: 'held', heldBy: id, heldSince: '2026-03-02T09:30:00.000Z' }) as const;

examples(onlyTheHolderWorksOnATask, {
  breaks: [
    { task: { status: 'waiting', heldBy: 'ana' }, by: ana },
    { task: { status: 'escalated' }, by: ana },
    { task: { status: 'closed' }, by: ana },
    { task: { status: 'waiting' }, by: ana },
    { task: heldBy('ben'), by: ana },
  ],
  keeps: [{ task: heldBy('ana'), by: ana }],
});

test('R-158 The refusal says who holds the task, or that nobody does', () => {
  const because = onlyTheHolderWorksOnATask.because;
  expect(because?.({ task: heldBy('ben'), by: ana, holderName: 'Ben Okoye' })).toBe(
    'Ben Okoye has held it since 2026-03-02 09:30 UTC.',
  );
  expect(because?.({ task: heldBy('ben'), by: ana })).toBe('A colleague has held it since 2026-03-02 09:30 UTC.');
  expect(because?.({ task: { status: 'waiting' }, by: ana })).toBe('Nobody holds it.');
  expect(because?.({ task: { status: 'closed' }, by: ana })).toBe('It is closed.');
});
