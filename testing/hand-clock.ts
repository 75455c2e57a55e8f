/** A clock that a test turns by hand: nothing happens until `pass` is called, and then everything in its order. */
export const handClock = () => {
  let now = 1_000_000;
  let waiting: { at: number; run: () => void }[] = [];

  return {
    now: () => now,
    after: (milliseconds: number, run: () => void) => {
      const entry = { at: now + milliseconds, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass: (milliseconds: number) => {
      const until = now + milliseconds;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
};
