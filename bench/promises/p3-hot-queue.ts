import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { allGoBack, allSealed, benchDesk, crowd } from '../bench-desk.ts';
import { claimFor } from '../claiming.ts';
import { median, quantile, ratios } from '../numbers.ts';
import { benchPostgres } from '../postgres.ts';
import type { Promised } from '../promised.ts';
import { inTurns } from '../turns.ts';

const MOST_A_SECOND = 6000;
const OVERLAP = 0.25;

export const hotQueue: Promised = {
  id: 'P3',
  promise: 'Sixty-four who claim from the head of one queue claim at 0.8 of eight, and the slowest waits ten times the middle at most',
  anchor: 'the same claims with 8 claimers',
  measure: async (bench) => {
    const seconds = bench.short ? 1 : 4;
    const postgres = await benchPostgres(bench.newFolder('p3'), bench.root);
    const { desk, pool, queueId, stop } = await benchDesk(postgres.url);
    const tails: Record<number, number[]> = { 8: [], 64: [] };
    try {
      const agents = await crowd(pool, seconds * MOST_A_SECOND, queueId);
      await manyTasks(pool, { queueId, to: agents.length });
      const by = (claimers: number) => async (round: number): Promise<number> => {
        await allGoBack(pool);
        const { won, seconds: took, took: waits } = await claimFor(desk, agents, { claimers, seconds, overlap: OVERLAP, seed: bench.seed + round });
        tails[claimers]?.push(quantile(waits, 0.99) / median(waits));
        await allSealed(pool);
        return won / took;
      };
      await by(8)(0);
      tails[8] = [];
      const [many, few] = await inTurns(bench, by(64), by(8));
      const tail = tails[64] ?? [];
      return [
        {
          what: '64 claimers', unit: 'claims/s', ours: many, anchor: few, held: ratios(many, few),
          goal: { atLeast: 0.8 }, floor: { atLeast: 0.1 },
          remark: `every fourth claim aims at a task that somebody else is just claiming; losers go on, and only won claims count`,
        },
        { what: 'p99 over p50', unit: '×', ours: tail, anchor: tails[8], held: tail, goal: { atMost: 10 }, floor: { atMost: 100 } },
      ];
    } finally {
      await stop();
      await postgres.stop();
    }
  },
};
