import type { Lateness } from './lateness.ts';

const SECONDS = 10;
/** Of these so many may have had a late tick; with one more the calls there suffer, and a further one is refused. */
const MOST_LATE_SECONDS = 2;
/** After so many seconds in a row without one, calls are taken again. */
const CALM_SECONDS = 5;
/** Mixing takes at most this share of the time. */
const MOST_LOAD = 0.7;

/**
 * Whether a new call is to be refused, so that those in progress stay good. One hiccup of the machine is no reason; being
 * late again and again is. Accepts again with care.
 */
export const createRefusing = () => {
  let refusing = false;
  let counted = 0;
  let seconds: { late: boolean; loaded: boolean }[] = [];
  return {
    /** To be asked once a second. */
    shouldRefuse: ({ lateTicks, load }: Pick<Lateness, 'lateTicks' | 'load'>): boolean => {
      seconds = [...seconds, { late: lateTicks > counted, loaded: load > MOST_LOAD * 0.8 }].slice(-SECONDS);
      counted = lateTicks;
      const last = seconds.slice(-CALM_SECONDS);
      if (last.length === CALM_SECONDS && last.every(({ late, loaded }) => !late && !loaded)) refusing = false;
      else if (load > MOST_LOAD || seconds.filter(({ late }) => late).length > MOST_LATE_SECONDS) refusing = true;
      return refusing;
    },
  };
};
