import { RATE } from '@firstline/voice/sound/frame.ts';

/** How loud one pitch is in a sound, in decibels of a full-scale tone (Goertzel's way, under a Hann window). */
export const level = (sound: Float32Array, hertz: number, rate = RATE): number => {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  const { window, weight } = windowOf(sound.length);
  let one = 0;
  let two = 0;
  for (let i = 0; i < sound.length; i += 1) {
    const next = window[i]! * sound[i]! + turn * one - two;
    two = one;
    one = next;
  }
  const power = one * one + two * two - turn * one * two;
  return 20 * Math.log10((2 * Math.sqrt(Math.max(power, 1e-20))) / weight);
};

const windows = new Map<number, { window: Float64Array; weight: number }>();

const windowOf = (length: number) => {
  const known = windows.get(length);
  if (known) return known;
  const window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (length - 1)));
  const made = { window, weight: window.reduce((sum, x) => sum + x, 0) };
  windows.set(length, made);
  return made;
};
