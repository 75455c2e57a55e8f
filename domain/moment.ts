/** Moments are ISO strings wherever facts are kept; these say how they lie to each other. */

export const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

export const secondsFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** Whether a moment has come; one that never comes has not. */
export const isPast = (at: string | undefined, now: string): boolean => at !== undefined && secondsFrom(at, now) >= 0;

/** The later of two; a moment that is not there is none. */
export const latest = (one: string | undefined, other: string | undefined): string | undefined => {
  if (!one || !other) return one ?? other;
  return isPast(other, one) ? one : other;
};
