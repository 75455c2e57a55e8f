import { FRAME } from './frame.ts';

/** Keeps a mix below full scale by turning it down before the loud part comes, never by cutting it off. */
export type Limiter = (mix: Float32Array) => Float32Array;

/** 2.5 ms: how far it looks ahead, and by how much it delays. */
const BLOCK = FRAME / 8;
const CEILING = 0.95;
/** Blocks (50 ms) before it lets go: shorter than a word, longer than the beat of two voices. */
const HOLD = 20;
/** Per block: about 9 dB in a second. */
const RELEASE = 10 ** (9 / 20 / 400);

export const createLimiter = (): Limiter => {
  let waiting = new Float32Array(BLOCK);
  let allowed = 1;
  let gain = 1;
  let held = 0;

  /** From the gain of the last block's end to the one that both neighbours of the next edge can bear. */
  const put = (block: Float32Array, out: Float32Array, at: number, next: number) => {
    const most = Math.min(allowed, next);
    const from = gain;
    if (most < gain) {
      gain = most;
      held = HOLD;
    } else if (held > 0) held -= 1;
    else gain = Math.min(most, gain * RELEASE, 1);

    const step = (gain - from) / BLOCK;
    for (let i = 0; i < BLOCK; i += 1) out[at + i] = block[i]! * (from + step * (i + 1));
    allowed = next;
  };

  return (mix) => {
    const out = new Float32Array(mix.length);
    for (let at = 0; at < mix.length; at += BLOCK) {
      const block = mix.subarray(at, at + BLOCK);
      put(waiting, out, at, Math.min(1, CEILING / peak(block)));
      waiting = block.slice();
    }
    return out;
  };
};

const peak = (block: Float32Array) => {
  let most = 1e-9;
  for (let i = 0; i < block.length; i += 1) most = Math.max(most, Math.abs(block[i]!));
  return most;
};
