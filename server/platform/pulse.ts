import { setTimeout as pause } from 'node:timers/promises';

export type Pulse = { nudge: () => void; stop: () => Promise<void> };

/** `rest`: after a beat that did much it rests so many times as long as that beat took, so that what comes meanwhile goes together. */
export type Pace = { rest?: number; clock?: { now: () => number; pause: (ms: number) => Promise<unknown> } };

/**
 * Runs `beat` when nudged, one run at a time; a nudge during a run leads to one more.
 * `beat` answers true when there is more to do at once, and `much` when that was a flood.
 */
export const pulse = (
  beat: () => Promise<boolean | 'much'>,
  onTrouble: (error: unknown) => void,
  { rest = 0, clock = { now: () => performance.now(), pause } }: Pace = {},
): Pulse => {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const loop = async (): Promise<void> => {
    do {
      again = false;
      const began = clock.now();
      try {
        const did = await beat();
        if (did) again = true;
        if (did === 'much') await clock.pause(rest * (clock.now() - began));
      } catch (error) {
        // The watch nudges again within a second.
        if (!stopped) onTrouble(error);
      }
    } while (again && !stopped);
    running = undefined;
  };
  return {
    nudge: () => {
      if (stopped) return;
      again = true;
      running ??= Promise.resolve().then(loop);
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};
