import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { taskIsFree } from './task-is-free.ts';

const ana = { id: 'ana' };
const held = { status: 'held', heldBy: 'ben', heldSince: '2026-03-02T09:30:12.000Z' } as const;

examples(taskIsFree, {
  breaks: [
    { task: { ...held, heldBy: 'ana' }, by: ana },
    { task: { status: 'closed', closedAt: '2026-03-02T10:00:00.000Z' }, by: ana },
    { task: held, by: ana },
  ],
  // Whether an escalated one is theirs to take is another rule's question.
  keeps: [{ task: { status: 'escalated' }, by: ana }, { task: { status: 'waiting' }, by: ana }],
});

test('R-044 Whoever comes second hears who has the task, and since when', () =>
  expect(taskIsFree.because?.({ task: held, by: ana, holderName: 'Ben Okoye' })).toBe(
    'Ben Okoye has held it since 2026-03-02 09:30 UTC.',
  ));

test('R-044 Whoever claims a task twice hears that it is theirs already', () =>
  expect(taskIsFree.because?.({ task: { ...held, heldBy: 'ana' }, by: ana, holderName: 'Ana Ruiz' })).toBe(
    'You hold it yourself since 2026-03-02 09:30 UTC.',
  ));

test('R-044 Whoever comes after the end hears that the task was closed', () =>
  expect(taskIsFree.because?.({ task: { status: 'closed', closedAt: '2026-03-02T10:00:00.000Z' }, by: ana })).toBe(
    'It was closed at 2026-03-02 10:00 UTC.',
  ));
