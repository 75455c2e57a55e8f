import { level } from './level.ts';

/** Share of 10 ms pieces in which a tone is as loud as it should be, within 3 dB. Ends are left out while all settles. */
export const continuity = (sound: Float32Array, hertz: number, loudDb: number): number => {
  const from = 24_000;
  let [whole, all] = [0, 0];
  for (let at = from; at + 480 <= sound.length; at += 480) {
    all += 1;
    if (Math.abs(level(sound.subarray(at, at + 480), hertz) - loudDb) < 3) whole += 1;
  }
  return whole / all;
};
