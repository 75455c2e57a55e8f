import { expect, test } from 'vitest';
import { policy } from '../policy.ts';
import { answerDueAt, answerShortAt, answerState } from './answer-target.ts';

const openedAt = '2026-03-02T09:00:00.000Z';
const due = '2026-03-02T11:00:00.000Z';
const state = (now: string, more: object = {}) =>
  answerState({ openedAt, answerDueAt: due, status: 'waiting', ...more }, now, { answerWarningPercent: 25 });

test('R-052 A queue has a target of its own, or that of the house', () => {
  expect(answerDueAt(openedAt, { policy, needs: { skills: [], answerMinutes: 120 } })).toBe(due);
  expect(answerDueAt(openedAt, { policy: { ...policy, firstAnswerMinutes: 15 }, needs: { skills: [] } })).toBe('2026-03-02T09:15:00.000Z');
});

test('R-052 It is said early: with a quarter of the time left', () => {
  expect(answerShortAt(openedAt, due, { answerWarningPercent: 25 })).toBe('2026-03-02T10:30:00.000Z');
  expect([state('2026-03-02T10:29:59.999Z'), state('2026-03-02T10:30:00.000Z'), state('2026-03-02T10:59:59.999Z'), state(due)]).toEqual([
    'in-time', 'soon', 'soon', 'missed',
  ]);
});

test('R-052 Whoever was answered waits for no first answer, and neither does a closed task', () => {
  expect(state(due, { answerDueAt: undefined })).toBeUndefined();
  expect(state(due, { status: 'closed' })).toBeUndefined();
  expect(state(due, { status: 'parked' })).toBe('missed');
});
