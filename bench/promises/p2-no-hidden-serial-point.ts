import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { allGoBack, allSealed, benchDesk, crowd } from '../bench-desk.ts';
import { claimFor } from '../claiming.ts';
import { ratios } from '../numbers.ts';
import { alterSystem, benchPostgres } from '../postgres.ts';
import type { Promised } from '../promised.ts';
import { driverClaims, rawClaims, rawClient, rawTasks } from '../raw-claims.ts';
import { inTurns, warmUp } from '../turns.ts';

/** So many that the desk always has something to do: fewer all wait for the database at the same moment. */
const CALLERS = 192;
/** More than any round can claim in a second. */
const MOST_A_SECOND = 6000;

export const noHiddenSerialPoint: Promised = {
  id: 'P2',
  promise: 'No claim waits for another one: with commits of 2 ms the desk still claims at 0.8 of the raw statement',
  anchor: 'the bare `UPDATE … FOR UPDATE SKIP LOCKED` over 16 connections',
  measure: async (bench) => {
    const folder = bench.newFolder('p2');
    const seconds = bench.short ? 1 : 4;
    const postgres = await benchPostgres(folder, bench.root);
    const { desk, pool, queueId, stop } = await benchDesk(postgres.url);
    try {
      const agents = await crowd(pool, seconds * MOST_A_SECOND, queueId);
      await manyTasks(pool, { queueId, to: agents.length });
      const raw = async (): Promise<number> => {
        await rawTasks(pool, seconds * 20_000);
        return rawClaims(postgres.url, folder, seconds);
      };
      const driver = async (): Promise<number> => {
        await rawTasks(pool, seconds * 20_000);
        return driverClaims(postgres.url, seconds);
      };
      const ours = async (round: number): Promise<number> => {
        await allGoBack(pool);
        const { won, seconds: took } = await claimFor(desk, agents, { claimers: CALLERS, seconds, overlap: 0, seed: bench.seed + round });
        await allSealed(pool);
        return won / took;
      };

      await warmUp(bench, () => ours(0));
      await alterSystem(postgres.url, { commit_delay: '2000', commit_siblings: '0' });
      const [slow, slowRaw] = await inTurns(bench, ours, raw);
      const [again, slowDriver] = bench.short ? [] : await inTurns(bench, ours, driver);
      await alterSystem(postgres.url, { commit_delay: undefined, commit_siblings: undefined });
      // In short only where the promise is.
      const [fast, fastRaw] = bench.short ? [] : await inTurns(bench, ours, raw);
      return [
        {
          what: 'commits of 2 ms', unit: 'claims/s', ours: slow, anchor: slowRaw, held: ratios(slow, slowRaw),
          goal: { atLeast: 0.8 }, floor: { atLeast: 0.03 },
          remark: `ours: ${CALLERS} callers in one process through the desk's pool of 16, sealer running; anchor: ${rawClient()}, 16 clients`,
        },
        ...(again && slowDriver
          ? [{ what: 'commits of 2 ms, beside the bare statement by the same driver', unit: 'claims/s', ours: again, anchor: slowDriver, held: ratios(again, slowDriver) }]
          : []),
        ...(fast && fastRaw ? [{ what: 'commits as they come', unit: 'claims/s', ours: fast, anchor: fastRaw, held: ratios(fast, fastRaw) }] : []),
      ];
    } finally {
      await stop();
      await postgres.stop();
    }
  },
};
