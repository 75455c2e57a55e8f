import type { Lateness } from './lateness.ts';

export type Limits = {
  /** Above this the calls there are suffer, and a further one is refused. */
  refuseAboveMs: number;
  /** Below this, for so long, calls are taken again. */
  acceptBelowMs: number;
  acceptAfterMs: number;
  /** Mixing takes at most this share of the time. */
  mostLoad: number;
};

export const LIMITS: Limits = { refuseAboveMs: 20, acceptBelowMs: 10, acceptAfterMs: 5000, mostLoad: 0.7 };

/** Whether a new call is to be refused, so that those in progress stay good. Refuses at once, accepts again with care. */
export const createRefusing = (limits: Limits = LIMITS) => {
  let refusing = false;
  let calmSince: number | undefined;
  return {
    /** To be asked with fresh figures, about once a second. */
    shouldRefuse: ({ p99Ms, load }: Pick<Lateness, 'p99Ms' | 'load'>, now: number): boolean => {
      const strained = p99Ms > limits.refuseAboveMs || load > limits.mostLoad;
      const calm = p99Ms < limits.acceptBelowMs && load < limits.mostLoad * 0.8;
      if (strained) refusing = true;
      calmSince = calm ? (calmSince ?? now) : undefined;
      if (calmSince !== undefined && now - calmSince >= limits.acceptAfterMs) refusing = false;
      return refusing;
    },
  };
};
