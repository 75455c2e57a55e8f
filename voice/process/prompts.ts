import { oneAfterAnother, quiet, tones } from '../sound/tones.ts';

/** Sounds that need no recording. Spoken words are the installation's own. */
export const prompts: Record<string, (() => Float32Array) | undefined> = {
  beep: () => tones([{ hertz: 1000, loud: 0.2 }], 400),
  ringing: () => oneAfterAnother(tones([{ hertz: 425, loud: 0.15 }], 1000), quiet(3000)),
  busy: () => oneAfterAnother(...Array.from({ length: 6 }, () => oneAfterAnother(tones([{ hertz: 425, loud: 0.15 }], 480), quiet(480)))),
};
