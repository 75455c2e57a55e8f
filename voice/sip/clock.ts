/** Time is handed in: the process gives its own clock, a test turns one by hand. */
export type Clock = {
  /** Milliseconds since some moment; never goes back. */
  now: () => number;
  /** Runs once, unless the answer is called before. */
  after: (milliseconds: number, run: () => void) => () => void;
};

export const processClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Runs again and again until the answer is called. */
export const every = (clock: Clock, milliseconds: number, run: () => void): (() => void) => {
  let stop = () => {};
  const wait = () => {
    stop = clock.after(milliseconds, () => {
      wait();
      run();
    });
  };
  wait();
  return () => stop();
};
