import type { Fifo } from './fifo.ts';
import { lengthen, shorten } from './stretch.ts';

/** Packets that are looked at before the pace is judged. */
const LOOKED_AT = 8;
const TOO_EARLY_MS = 5;
const TOO_LATE_MS = 10;
/** So far behind, quiet words matter more than smooth ones. */
const PRESSING_MS = 80;

/** Keeps the wait of packets near its target: two clocks never run alike, and networks change. */
export const createPace = (rate: number) => {
  const ms = rate / 1000;
  let waits: number[] = [];
  let last = 0;
  let stretched = 0;

  return {
    /** A packet was played after it had waited so long (against the quickest one). */
    note: (waitedMs: number) => {
      waits.push(waitedMs);
      if (waits.length > LOOKED_AT) waits.shift();
      last = Math.min(...waits);
    },
    waited: () => last,
    /** By how many milliseconds too much (or, below nought, too little) waits; nought when that is near enough. */
    error: (targetMs: number): number => {
      const error = last - targetMs;
      if (waits.length === 0 || (waits.length < LOOKED_AT && error < PRESSING_MS)) return 0;
      return error > TOO_LATE_MS || error < -TOO_EARLY_MS ? error : 0;
    },
    /** `spare`: samples that can be missed. */
    correct: (fifo: Fifo, error: number, spare: number) => {
      const most = Math.min(Math.ceil(Math.abs(error) * ms), error > 0 ? spare : Infinity);
      fifo.change((sound) => {
        const changed = (error > 0 ? shorten : lengthen)(sound, rate, most, Math.abs(error) > PRESSING_MS);
        if (!changed) return undefined;
        stretched += changed.by / ms;
        waits = [];
        return changed.sound;
      });
    },
    stretchedMs: () => stretched,
  };
};
