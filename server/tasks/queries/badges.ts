import { taskQueries } from '@firstline/contract/tasks.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { offeredWork } from './offered-work.ts';

/** Number and counters in one look, since the sealer writes them together. */
export const badges = query({
  spec: taskQueries.badges,
  answer: async (desk, _, by) => {
    const { rows } = await desk.pool.query<{ seq: number; topic: string | null; n: number }>(
      prepared(
        `select head.seq, topic, n from (select coalesce(max(seq), 0)::bigint as seq from journal) as head
         left join counters on name = 'waiting'`,
        [],
      ),
    );
    const { queueIds } = await offeredWork(desk, by);
    const mine = rows
      .map(({ topic, n }) => [topic?.replace(/^queue:/, '') ?? '', n] as const)
      .filter(([queueId]) => queueIds.includes(queueId));
    return { seq: rows[0]?.seq ?? 0, waiting: Object.fromEntries(mine) };
  },
});
