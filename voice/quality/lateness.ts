import type { Ticked } from '../mixer/clock.ts';

/** How punctual the mixer was in its last ten seconds. */
export type Lateness = {
  ticks: number;
  /** Ticks that began later than a listener's buffer bears. */
  lateTicks: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  /** Share of the time that mixing took: at 1 there is no time left. */
  load: number;
};

const KEPT = 500;
/** `lateMost`: what a listener's buffer bears. */
export const createLateness = (lateMost = 20) => {
  let lates: number[] = [];
  let works: number[] = [];
  let lateTicks = 0;
  return {
    note: ({ lateMs, workMs }: Ticked) => {
      lates.push(lateMs);
      works.push(workMs);
      if (lateMs > lateMost) lateTicks += 1;
      if (lates.length > 2 * KEPT) [lates, works] = [lates.slice(-KEPT), works.slice(-KEPT)];
    },
    measures: (): Lateness => {
      const sorted = lates.slice(-KEPT).sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      const worked = works.slice(-KEPT);
      const load = worked.reduce((sum, ms) => sum + ms, 0) / Math.max(1, worked.length * 20);
      return { ticks: worked.length, lateTicks, p50Ms: at(0.5), p99Ms: at(0.99), worstMs: sorted.at(-1) ?? 0, load };
    },
  };
};
