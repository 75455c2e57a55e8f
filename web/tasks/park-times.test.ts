import { expect, test } from 'vitest';
import { chosenTime, PARK_TIMES } from './park-times.ts';

const now = Date.parse('2026-03-02T14:30:00.000Z');

test('R-056 Every time offered lies ahead, and another one is what was typed', () => {
  for (const time of PARK_TIMES.filter((one) => one !== 'own')) expect(Date.parse(chosenTime(time, '', now) ?? '')).toBeGreaterThan(now);
  expect(chosenTime('hours', '', now)).toBe('2026-03-02T17:30:00.000Z');
  expect(chosenTime('own', '2026-03-05T10:15', now)).toBe(new Date('2026-03-05T10:15').toISOString());
  expect(['', 'soon'].map((typed) => chosenTime('own', typed, now))).toEqual([undefined, undefined]);
});
