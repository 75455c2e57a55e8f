import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { parkedTaskComesBackToItsAgent } from './parked-task-comes-back-to-its-agent.ts';

const until = '2026-03-02T10:00:00.000Z';
const parked = { task: { status: 'parked' as const, parkedBy: 'ana', parkedUntil: until }, by: { id: 'ben' } };
const reserved = { task: { status: 'waiting' as const, reservedFor: 'ana', reservedUntil: until }, by: { id: 'ben' }, holderName: 'Ana Reyes' };

examples(parkedTaskComesBackToItsAgent, {
  breaks: [parked, reserved, { ...reserved, task: { ...reserved.task, status: 'escalated' } }],
  keeps: [
    { ...parked, by: { id: 'ana' } },
    { ...reserved, by: { id: 'ana' } },
    { ...reserved, task: { status: 'waiting' } },
  ],
});

test('R-055 The refusal says who waits, and until when', () => {
  expect(parkedTaskComesBackToItsAgent.because?.(parked)).toBe('A colleague waits for an answer until 2026-03-02 10:00 UTC.');
  expect(parkedTaskComesBackToItsAgent.because?.(reserved)).toBe('Ana Reyes may take it first until 2026-03-02 10:00 UTC.');
});
