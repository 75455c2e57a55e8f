import type { Lateness } from './lateness.ts';

type Limits = {
  /** Of the last ten seconds so many may have had a late tick; with one more the calls there suffer, and a further one is refused. */
  mostLateSeconds: number;
  /** After so many seconds in a row without one, calls are taken again. */
  calmSeconds: number;
  /** Mixing takes at most this share of the time. */
  mostLoad: number;
};

const LIMITS: Limits = { mostLateSeconds: 2, calmSeconds: 5, mostLoad: 0.7 };
const SECONDS = 10;

/**
 * Whether a new call is to be refused, so that those in progress stay good. One hiccup of the machine is no reason; being
 * late again and again is. Accepts again with care.
 */
export const createRefusing = (limits: Limits = LIMITS) => {
  let refusing = false;
  let counted = 0;
  let seconds: { late: boolean; loaded: boolean }[] = [];
  return {
    /** To be asked once a second. */
    shouldRefuse: ({ lateTicks, load }: Pick<Lateness, 'lateTicks' | 'load'>): boolean => {
      seconds = [...seconds, { late: lateTicks > counted, loaded: load > limits.mostLoad * 0.8 }].slice(-SECONDS);
      counted = lateTicks;
      const last = seconds.slice(-limits.calmSeconds);
      if (last.length === limits.calmSeconds && last.every(({ late, loaded }) => !late && !loaded)) refusing = false;
      else if (load > limits.mostLoad || seconds.filter(({ late }) => late).length > limits.mostLateSeconds) refusing = true;
      return refusing;
    },
  };
};
