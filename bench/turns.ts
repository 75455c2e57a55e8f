import type { Bench } from './promised.ts';

/** Five pairs of a measurement and its anchor, or two in short: first one, then the other, so that a busy minute meets both. */
export const inTurns = async (
  bench: Pick<Bench, 'short'>,
  one: (round: number) => Promise<number>,
  other: (round: number) => Promise<number>,
): Promise<[number[], number[]]> => {
  const ours: number[] = [];
  const anchor: number[] = [];
  for (let round = 0; round < pairs(bench); round++) {
    anchor.push(await other(round));
    ours.push(await one(round));
  }
  return [ours, anchor];
};

export const pairs = ({ short }: Pick<Bench, 'short'>): number => (short ? 2 : 5);

/** Rounds before the first that counts: plans are made and code is warm. */
export const warmUp = async (bench: Pick<Bench, 'short'>, one: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < (bench.short ? 1 : 3); round++) await one();
};
