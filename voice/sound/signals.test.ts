import { expect, test } from 'vitest';
import { level } from '@firstline/testing/voice/level.ts';
import { RATE } from './frame.ts';
import { beep, busy, keyTone, ringback } from './signals.ts';

/** ITU-T Q.23. */
test.each([['1', 697, 1209], ['5', 770, 1336], ['9', 852, 1477], ['0', 941, 1336], ['*', 941, 1209], ['#', 941, 1477], ['D', 941, 1633]])(
  'key %s sounds %i and %i Hz, and no other pair',
  (key, low, high) => {
    const sound = keyTone(key);
    const loud = [697, 770, 852, 941, 1209, 1336, 1477, 1633].filter((hertz) => level(sound, hertz) > -20);
    expect(loud).toEqual([low, high]);
  },
);

test('ringing is a second of tone and four of silence; engaged is as long as its pause', () => {
  expect(ringback().length).toBe(5 * RATE);
  expect(level(ringback().slice(0, RATE), 425)).toBeGreaterThan(-20);
  expect(ringback().slice(RATE).every((x) => x === 0)).toBe(true);
  expect(busy().length).toBe(0.96 * RATE);
  expect(level(beep(), 1000)).toBeGreaterThan(-14);
});
