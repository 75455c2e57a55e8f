import { FRAME, SILENCE } from '../sound/frame.ts';

/** Sound and how loud it is wanted. */
export type Source = { frame: Float32Array; gain: number };

/** All of them at once. What is silent costs nothing. */
export const mix = (sources: readonly Source[]): Float32Array => {
  const heard = sources.filter(({ frame, gain }) => frame !== SILENCE && gain > 0);
  if (heard.length === 0) return SILENCE;
  if (heard.length === 1 && heard[0]!.gain === 1) return heard[0]!.frame;
  const sum = new Float32Array(FRAME);
  for (const { frame, gain } of heard) for (let i = 0; i < FRAME; i += 1) sum[i] = sum[i]! + frame[i]! * gain;
  return sum;
};
