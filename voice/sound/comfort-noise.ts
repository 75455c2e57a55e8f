import { loudness } from './frame.ts';

/** Soft noise as loud as the room behind the voice, so that a pause does not sound like a broken line (after RFC 3389). */
export type ComfortNoise = {
  /** Learns the room from sound that came. */
  heard: (sound: Float32Array) => void;
  /** The far side says how loud its room is: 0 to 127 dB below the loudest. */
  told: (payload: Uint8Array) => void;
  make: (length: number) => Float32Array;
};

/** -50 dB: no room, however loud its first moment, is imitated above this. */
const MOST = 10 ** (-50 / 20);

/** `chance` gives numbers from 0 to 1. */
export const createComfortNoise = (chance: () => number): ComfortNoise => {
  let level = 0;
  let smooth = 0;
  return {
    heard: (sound) => {
      const loud = loudness(sound);
      // Falls at once with a quiet moment, rises by 1 dB in a second of talk.
      level = Math.min(MOST, loud < level || level === 0 ? loud : level * 1.0023);
    },
    told: (payload) => {
      if (payload[0] !== undefined) level = Math.min(MOST, 10 ** (-(payload[0] & 0x7f) / 20));
    },
    make: (length) =>
      Float32Array.from({ length }, () => {
        // White noise hisses; a room is darker.
        smooth = 0.6 * smooth + 0.4 * (2 * chance() - 1);
        return smooth * level * 3.46;
      }),
  };
};
