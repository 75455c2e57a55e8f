import { expect, test } from 'vitest';
import { level } from '@firstline/testing/voice/level.ts';
import { downBy, upBy } from './resample.ts';

const hum = (hertz: number, rate: number, length: number) => Float32Array.from({ length }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate));
/** In pieces of 20 ms, as it is used. */
const piecewise = (by: (piece: Float32Array) => Float32Array, sound: Float32Array, piece: number) => {
  const out: number[] = [];
  for (let at = 0; at < sound.length; at += piece) out.push(...by(sound.subarray(at, at + piece)));
  return Float32Array.from(out).slice(out.length / 4);
};

test.each([300, 1000, 2000, 3000, 3300])('a tone of %i Hz keeps its loudness from 8 to 48 kHz and leaves no image', (hertz) => {
  const up = piecewise(upBy(6), hum(hertz, 8000, 8000), 160);
  expect(level(up, hertz)).toBeCloseTo(-6, 0);
  for (const image of [8000 - hertz, 8000 + hertz, 16_000 - hertz]) expect(level(up, image)).toBeLessThan(-66);
});

test.each([300, 1000, 2000, 3000, 3300])('a tone of %i Hz keeps its loudness from 48 to 8 kHz', (hertz) => {
  expect(level(piecewise(downBy(6), hum(hertz, 48_000, 48_000), 960), hertz, 8000)).toBeCloseTo(-6, 0);
});

test.each([4700, 5000, 7000, 9000, 15_000])('a tone of %i Hz, too high for a telephone, does not come back as another one', (hertz) => {
  const down = piecewise(downBy(6), hum(hertz, 48_000, 48_000), 960);
  const alias = Math.abs(hertz - 8000 * Math.round(hertz / 8000));
  expect(level(down, alias, 8000)).toBeLessThan(-66);
});

test('from 48 to 16 kHz, as recordings are kept, 7 kHz stay and 9.3 kHz go', () => {
  expect(level(piecewise(downBy(3), hum(6500, 48_000, 48_000), 960), 6500, 16_000)).toBeCloseTo(-6, 0);
  expect(level(piecewise(downBy(3), hum(9500, 48_000, 48_000), 960), 6500, 16_000)).toBeLessThan(-66);
});
