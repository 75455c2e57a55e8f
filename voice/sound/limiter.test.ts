import { expect, test } from 'vitest';
import { level } from '@firstline/testing/voice/level.ts';
import { FRAME } from './frame.ts';
import { createLimiter } from './limiter.ts';
import { tones } from './tones.ts';

const limited = (sound: Float32Array) => {
  const limit = createLimiter();
  const out = new Float32Array(sound.length);
  for (let at = 0; at < sound.length; at += FRAME) out.set(limit(sound.subarray(at, at + FRAME)), at);
  return out;
};
const loudest = (sound: Float32Array) => sound.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const FOUR = [500, 800, 1100, 1700];
const four = tones(FOUR.map((hertz) => ({ hertz, loud: 0.5 })), 2000);

test('four loud voices at once stay below full scale and leave no ghost above -40 dB', () => {
  const out = limited(four);
  expect(loudest(four)).toBeGreaterThan(1.5);
  expect(loudest(out)).toBeLessThanOrEqual(0.951);
  const settled = out.slice(48_000);
  const tone = level(settled, 500);
  const ghosts = Array.from({ length: 39 }, (_, i) => 100 * (i + 1)).filter((hertz) => !FOUR.includes(hertz));
  expect(Math.max(...ghosts.map((hertz) => level(settled, hertz))) - tone).toBeLessThan(-40);
});

test('its twin: cut off at full scale, the same four leave ghosts well above that', () => {
  const cut = four.map((x) => Math.max(-1, Math.min(1, x))).slice(48_000);
  const ghosts = [200, 1400, 2000, 2300].map((hertz) => level(cut, hertz));
  expect(Math.max(...ghosts) - level(cut, 500)).toBeGreaterThan(-40);
});

test('what is not too loud passes unchanged, 2.5 ms later', () => {
  const soft = tones([{ hertz: 440, loud: 0.5 }], 200);
  const out = limited(soft);
  expect(Math.max(...out.slice(120).map((x, i) => Math.abs(x - soft[i]!)))).toBeLessThan(1e-6);
});

test('a sudden bang is turned down before it comes, and a soft voice is back a second later', () => {
  const voice = tones([{ hertz: 440, loud: 0.3 }], 2000);
  const bang = voice.map((x, i) => (i > 24_000 && i < 26_400 ? x * 8 : x));
  const out = limited(bang);
  expect(loudest(out)).toBeLessThanOrEqual(0.951);
  expect(level(out.slice(-24_000), 440)).toBeCloseTo(level(voice.slice(-24_000), 440), 0);
});
