import { expect, test } from 'vitest';
import { isPast, later, latest, secondsFrom } from './moment.ts';

const NOON = '2026-03-02T12:00:00.000Z';

test('a moment has come when it is now, and one that never comes has not', () => {
  expect(isPast(NOON, NOON)).toBe(true);
  expect(isPast(later(NOON, 1), NOON)).toBe(false);
  expect(isPast(later(NOON, -1), NOON)).toBe(true);
  expect(isPast(undefined, NOON)).toBe(false);
});

test('moments are counted in seconds, in whatever form they are written', () => {
  expect(later(NOON, 90)).toBe('2026-03-02T12:01:30.000Z');
  expect(secondsFrom('2026-03-02T13:00:00+01:00', later(NOON, 90))).toBe(90);
  expect(latest(NOON, later(NOON, 1))).toBe(later(NOON, 1));
  expect(latest(later(NOON, 1), NOON)).toBe(later(NOON, 1));
  expect(latest(undefined, NOON)).toBe(NOON);
});
