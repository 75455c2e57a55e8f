/** Sound that waits for its turn; first in, first out. */
export type Fifo = {
  /** Answers how much was put in. */
  put: (sound: Float32Array) => number;
  take: (length: number) => Float32Array;
  /** Changes all that waits. */
  change: (by: (waiting: Float32Array) => Float32Array | undefined) => void;
  length: () => number;
};

export const createFifo = (): Fifo => {
  let waiting: Float32Array = new Float32Array(0);
  return {
    put: (sound) => {
      if (waiting.length === 0) waiting = sound;
      else {
        const both = new Float32Array(waiting.length + sound.length);
        both.set(waiting);
        both.set(sound, waiting.length);
        waiting = both;
      }
      return sound.length;
    },
    take: (length) => {
      const taken = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      return taken;
    },
    change: (by) => {
      waiting = by(waiting) ?? waiting;
    },
    length: () => waiting.length,
  };
};
