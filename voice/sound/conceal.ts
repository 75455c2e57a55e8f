import { bestLag, likeness } from './pitch.ts';

/** Guesses sound that did not come by repeating the last period of the voice, softer and softer (after G.711 Appendix I). */
export type Concealer = {
  /** Takes sound that came; what is given back begins where the guess left off. */
  heard: (sound: Float32Array) => Float32Array;
  /** 10 ms more of a guess. */
  conceal: () => Float32Array;
};

export const createConcealer = (rate: number): Concealer => {
  const ms = rate / 1000;
  let past: Float32Array = new Float32Array(50 * ms);
  let period: Float32Array | undefined;
  let guessed = 0;

  /** The first 10 ms keep their loudness, then it falls to nothing within 60 ms. */
  const fade = (at: number) => Math.max(0, Math.min(1, 1 - (at / ms - 10) / 50));

  const guess = (length: number) => {
    period ??= lastPeriod(past, ms);
    const from = guessed;
    guessed += length;
    return Float32Array.from({ length }, (_, i) => period![(from + i) % period!.length]! * fade(from + i));
  };

  const remember = (sound: Float32Array) => {
    const kept = past.length;
    const whole = new Float32Array(kept + sound.length);
    whole.set(past);
    whole.set(sound, kept);
    past = whole.slice(-kept);
  };

  return {
    heard: (sound) => {
      const joined = guessed > 0 ? crossfade(guess(Math.min(5 * ms, sound.length)), sound) : sound;
      period = undefined;
      guessed = 0;
      remember(joined);
      return joined;
    },
    conceal: () => guess(10 * ms),
  };
};

/** The last whole period, its end already leaning towards its beginning, so that repeating it does not click. */
const lastPeriod = (past: Float32Array, ms: number): Float32Array => {
  const window = 20 * ms;
  const from = past.length - window;
  const { lag } = bestLag(5 * ms, 15 * ms, ms / 8, (shift, stride) => likeness(past, from, from - shift, window, stride));
  const period = past.slice(-lag);
  const lean = Math.floor(lag / 4);
  for (let i = 0; i < lean; i += 1) {
    const share = (i + 1) / (lean + 1);
    const at = lag - lean + i;
    period[at] = period[at]! * (1 - share) + past[past.length - 2 * lag + at]! * share;
  }
  return period;
};

/** Goes over from one sound to the other within the length of the first. */
export const crossfade = (from: Float32Array, to: Float32Array): Float32Array => {
  const out = to.slice();
  for (let i = 0; i < from.length; i += 1) {
    const share = (i + 1) / (from.length + 1);
    out[i] = from[i]! * (1 - share) + to[i]! * share;
  }
  return out;
};
