import { beforeEach, describe, expect, test } from 'vitest';
import { ago, clockTime, dueIn, lasting, running, secondsSince, secondsUntil, setHabits } from './time.ts';

const NOW = Date.parse('2026-03-12T09:24:00Z');
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

beforeEach(() => setHabits({ locale: 'en-GB', zone: 'UTC', hourCycle: 'h23' }));

test.each([
  [0, '0:00'],
  [19, '0:19'],
  [402, '6:42'],
  [3600, '1:00:00'],
  [4002, '1:06:42'],
  [-41, '−0:41'],
])('a clock of %i seconds shows %s', (seconds, shown) => expect(running(seconds)).toBe(shown));

test.each([
  [0.9, 'now'],
  [1, '1 min'],
  [59, '59 min'],
  [60, '1 h 00'],
  [250, '4 h 10'],
  [599, '9 h 59'],
  [600, '10 h'],
  [26 * 60, '26 h'],
  [71 * 60 + 59, '71 h'],
  [72 * 60, '3 days'],
  [-5, 'now'],
])('what is %f minutes old is said as "%s"', (minutes, said) => expect(ago(at(-minutes), NOW)).toBe(said));

test.each([
  [40, '40 s'],
  [12 * 60, '12 min'],
  [192 * 60, '3 h 12 min'],
])('a length of %i seconds is said as "%s"', (seconds, said) => expect(lasting(seconds)).toBe(said));

test.each([
  [-10, '09:14'],
  [-565, 'yesterday 23:59'],
  [-60 * 24 * 9, '3 Mar, 09:24'],
  [-60 * 24 * 400, '5 Feb 2025, 09:24'],
])('what was %i minutes ago is dated "%s"', (minutes, said) => expect(clockTime(at(minutes), NOW)).toBe(said));

test.each([
  [0.5, 'due now'],
  [8, 'in 8 min'],
  [59.9, 'in 59 min'],
  [276, 'due 14:00'],
  [24 * 60, 'due tomorrow 09:24'],
  [3 * 24 * 60, 'due Sun, 09:24'],
  [20 * 24 * 60, 'due 1 Apr, 09:24'],
  [-12, '12 min late'],
])('what is due in %f minutes is said as "%s"', (minutes, said) => expect(dueIn(at(minutes), NOW)).toBe(said));

describe('the reader’s own habits', () => {
  test('a twelve-hour reader in New York sees the same moment his way', () => {
    setHabits({ locale: 'en-US', zone: 'America/New_York', hourCycle: 'h12' });
    expect(clockTime('2026-03-12T18:05:00Z', NOW)).toBe('2:05 PM');
  });
  test('a day ends where the reader is, not in London', () => {
    setHabits({ zone: 'Asia/Tokyo' });
    expect(clockTime('2026-03-12T14:59:00Z', NOW)).toBe('23:59');
    expect(dueIn('2026-03-12T15:01:00Z', NOW)).toBe('due tomorrow 00:01');
  });
});

test('a countdown reaches nought at its moment, and a clock starts from nought', () => {
  expect(secondsUntil(at(0), NOW - 1)).toBe(1);
  expect(secondsUntil(at(0), NOW)).toBe(0);
  expect(secondsSince(at(0), NOW + 999)).toBe(0);
});
