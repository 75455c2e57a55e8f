import { RATE } from './frame.ts';

export type Tone = { hertz: number; loud: number };

/** Plain tones at once, with edges soft enough not to click. */
export const tones = (parts: readonly Tone[], ms: number, edgeMs = 5): Float32Array => {
  const sound = new Float32Array(Math.round((RATE * ms) / 1000));
  const edge = (RATE * edgeMs) / 1000;
  for (let i = 0; i < sound.length; i += 1) {
    let sum = 0;
    for (const { hertz, loud } of parts) sum += loud * Math.sin((2 * Math.PI * hertz * i) / RATE);
    sound[i] = sum * Math.min(1, (i + 1) / edge, (sound.length - i) / edge);
  }
  return sound;
};

export const quiet = (ms: number): Float32Array => new Float32Array(Math.round((RATE * ms) / 1000));

export const oneAfterAnother = (...pieces: readonly Float32Array[]): Float32Array => {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
