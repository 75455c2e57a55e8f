import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { policy } from '../../policy.ts';
import { idleSince, idleTaskIsReleased, isWarned, releaseAt, warningAt, type Idling } from './idle-task-is-released.ts';

const day = (time: string) => `2026-03-02T${time}Z`;
const judged = (now: string, more: Partial<Omit<Idling, 'now'>> = {}): Idling => ({
  task: { status: 'held', heldSince: day('09:00:00.000') },
  now: day(now),
  onCall: false,
  policy,
  ...more,
});
const active = (at: string) => ({ lastActivityAt: day(at) });

examples(idleTaskIsReleased, {
  breaks: [
    judged('09:02:30'),
    // What the agent did before the claim says nothing about this task.
    judged('09:02:30', active('08:00:00')),
    judged('09:03:00', { policy: { idleWarningSeconds: 60, idleAnswerSeconds: 10 }, ...active('09:01:50') }),
    judged('09:04:00', { task: { status: 'held', heldSince: day('09:00:00'), returnsAt: day('09:03:30') } }),
    judged('17:00:00', active('12:00:00')),
  ],
  keeps: [
    judged('09:02:29.999'),
    judged('09:02:00', active('08:00:00')),
    judged('17:00:00', { onCall: true }),
    // The question came late, because the desk was down: the agent still has the whole half minute.
    judged('09:20:00', { task: { status: 'held', heldSince: day('09:00:00'), returnsAt: day('09:20:10') } }),
    judged('17:00:00', active('16:58:00')),
    judged('17:00:00', active('17:00:05')),
    judged('17:00:00', { task: { status: 'waiting' }, ...active('09:00:00') }),
    judged('17:00:00', { task: { status: 'closed' } }),
    judged('17:00:00', { task: { status: 'held' } }),
  ],
});

test('R-081 R-082 The question stands from two minutes on and the task goes back half a minute later', () => {
  const facts = judged('09:00:00', active('09:10:00.500'));
  expect(idleSince(facts)).toBe(day('09:10:00.500'));
  expect(warningAt(facts)).toBe(day('09:12:00.500'));
  expect(releaseAt(facts)).toBe(day('09:12:30.500'));
});

test('R-081 The question stands only between the warning and the release', () =>
  expect(['09:01:59', '09:02:00', '09:02:29', '09:02:30'].map((now) => isWarned(judged(now)))).toEqual([
    false,
    true,
    true,
    false,
  ]));

test('R-084 Whatever the agent does starts the time again, also while the question stands', () => {
  const warned = { status: 'held', heldSince: day('09:00:00'), returnsAt: day('09:02:30') } as const;
  expect(releaseAt(judged('09:02:10', { task: warned, ...active('09:02:10') }))).toBe('2026-03-02T09:04:40.000Z');
});

test('R-086 During a call there is neither question nor release', () => {
  expect(warningAt(judged('17:00:00', { onCall: true }))).toBeUndefined();
  expect(releaseAt(judged('17:00:00', { onCall: true }))).toBeUndefined();
});

test('R-087 The end of a call starts the time from zero', () =>
  expect(warningAt(judged('12:00:00', active('12:00:00')))).toBe('2026-03-02T12:02:00.000Z'));

test('R-082 A task that nobody holds has no time to run out', () =>
  expect(releaseAt(judged('17:00:00', { task: { status: 'waiting' } }))).toBeUndefined());
