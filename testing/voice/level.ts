import { RATE } from '@firstline/voice/sound/frame.ts';

/** How loud one pitch is in a sound, in decibels of a full-scale tone (Goertzel's way, under a Hann window). */
export const level = (sound: Float32Array, hertz: number, rate = RATE): number => {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [one, two, weight] = [0, 0, 0];
  for (let i = 0; i < sound.length; i += 1) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (sound.length - 1));
    [one, two] = [window * sound[i]! + turn * one - two, one];
    weight += window;
  }
  const power = one * one + two * two - turn * one * two;
  return 20 * Math.log10((2 * Math.sqrt(Math.max(power, 1e-20))) / weight);
};
