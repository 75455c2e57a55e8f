import { setTimeout as pause } from 'node:timers/promises';

export type Pulse = { nudge: () => void; stop: () => Promise<void> };

/** `rest`: after a beat with more to do it rests so many times as long as that beat took, so that what comes meanwhile goes together. */
export type Pace = { rest?: number; clock?: { now: () => number; pause: (ms: number) => Promise<unknown> } };

/**
 * Runs `beat` when nudged, one run at a time; a nudge during a run leads to one more.
 * `beat` answers true when there is more to do at once.
 */
export const pulse = (
  beat: () => Promise<boolean>,
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
        if (await beat()) again = true;
      } catch (error) {
        // The watch nudges again within a second.
        if (!stopped) onTrouble(error);
      }
      if (again && rest > 0) await clock.pause(rest * (clock.now() - began));
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
