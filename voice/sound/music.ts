import { FRAME, RATE } from './frame.ts';

/** Sound that goes round for ever; at one moment the same for all who hear it. */
export type Music = { name: string; frame: (tick: number) => Float32Array };

/** Any sound as music; what is left of the last frame is cut off. */
export const musicFrom = (name: string, sound: Float32Array): Music => {
  const frames = Math.max(1, Math.floor(sound.length / FRAME));
  const whole = new Float32Array(frames * FRAME);
  whole.set(sound.subarray(0, whole.length));
  return { name, frame: (tick) => whole.subarray((tick % frames) * FRAME, ((tick % frames) + 1) * FRAME) };
};

/** Shipped: four slow chords, made of plain tones and nobody's copyright. */
export const gentleMusic = (): Music => (made ??= musicFrom('music', chords()));
let made: Music | undefined;

const BAR_SECONDS = 2.4;
const CHORDS = [
  [261.63, 329.63, 392.0, 493.88],
  [220.0, 261.63, 329.63, 392.0],
  [174.61, 220.0, 261.63, 329.63],
  [196.0, 246.94, 293.66, 392.0],
];

const chords = (): Float32Array => {
  const bar = Math.round(BAR_SECONDS * RATE);
  const sound = new Float32Array(bar * CHORDS.length);
  CHORDS.forEach((chord, number) =>
    chord.forEach((pitch, place) => {
      const from = number * bar + Math.round((place * bar) / 8);
      // Notes ring on into the next bar, and from the last into the first.
      for (let i = 0; i < bar * 1.5; i += 1) {
        const seconds = i / RATE;
        const loud = 0.05 * Math.min(1, seconds / 0.02) * Math.exp(-seconds / 0.9);
        const at = (from + i) % sound.length;
        sound[at] = sound[at]! + loud * Math.sin(2 * Math.PI * pitch * seconds);
      }
    }),
  );
  return sound;
};
