import { crossfade } from './conceal.ts';
import { bestLag, likeness, type Lag } from './pitch.ts';

/** Makes speech shorter or longer by one period of the voice, where it is alike enough that nobody hears it. */
export type Stretched = { sound: Float32Array; by: number };

/** What is less like itself than this is left alone, unless it presses. */
const ALIKE = 0.85;

/** Nothing, when no period of it can be spared. */
export const shorten = (sound: Float32Array, rate: number, most: number, pressing = false): Stretched | undefined => {
  const found = periodOf(sound, rate, most, pressing);
  if (!found) return undefined;
  const { lag } = found;
  const rest = crossfade(sound.subarray(0, lag), sound.subarray(lag));
  return { sound: rest, by: -lag };
};

export const lengthen = (sound: Float32Array, rate: number, most: number, pressing = false): Stretched | undefined => {
  const found = periodOf(sound, rate, most, pressing);
  if (!found) return undefined;
  const { lag } = found;
  const longer = new Float32Array(sound.length + lag);
  longer.set(sound.subarray(0, lag));
  longer.set(crossfade(sound.subarray(lag, 2 * lag), sound), lag);
  return { sound: longer, by: lag };
};

/** Between 2.5 and 10 ms: a multiple of most voices' period lies there. */
const periodOf = (sound: Float32Array, rate: number, most: number, pressing: boolean): Lag | undefined => {
  const shortest = Math.round(rate / 400);
  const longest = Math.min(Math.round(rate / 100), most, Math.floor(sound.length / 2));
  if (longest < shortest) return undefined;
  const found = bestLag(shortest, longest, rate / 8000, (lag, stride) =>
    likeness(sound, 0, lag, Math.min(longest, sound.length - lag), stride),
  );
  return found.likeness >= ALIKE || pressing ? found : undefined;
};
