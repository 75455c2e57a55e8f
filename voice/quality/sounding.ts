import type { LegQuality } from '../provider/call.ts';

/** ITU-T G.107, Annex B: below this many are dissatisfied with what they hear. */
export const POOR = 3.1;
/** And from here on most are content. */
const WELL = 3.6;
const STEADY_SECONDS = 5;

/** Says when a leg has begun to sound poor, or well again, and keeps silent about what passes at once. Asked each second. */
export const createSounding = () => {
  let sounds: 'well' | 'poor' = 'well';
  let seconds = 0;
  return (quality: LegQuality): 'well' | 'poor' | undefined => {
    const opinion = worseOf(quality);
    seconds = (sounds === 'well' ? opinion < POOR : opinion >= WELL) ? seconds + 1 : 0;
    if (seconds < STEADY_SECONDS) return undefined;
    seconds = 0;
    return (sounds = sounds === 'well' ? 'poor' : 'well');
  };
};

/** A call is as good as its worse way. */
export const worseOf = (quality: LegQuality): number => Math.min(quality.in.opinion, quality.out?.opinion ?? Infinity);
