/** Time is handed in: the process gives its own, a test turns one by hand. */
export type Machine = {
  /** Milliseconds since some moment; never goes back. */
  now: () => number;
  /** The wall's clock, in milliseconds since 1970. */
  wall: () => number;
  /** Runs once, unless the answer is called before. */
  after: (ms: number, run: () => void) => () => void;
};

export const thisMachine: Machine = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
