export type Pulse = { nudge: () => void; stop: () => Promise<void> };

/**
 * Runs `beat` when nudged, one run at a time; a nudge during a run leads to one more.
 * `beat` answers true when there is more to do at once.
 */
export const pulse = (beat: () => Promise<boolean>, onTrouble: (error: unknown) => void): Pulse => {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const loop = async (): Promise<void> => {
    do {
      again = false;
      try {
        if (await beat()) again = true;
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
      running ??= loop();
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};
