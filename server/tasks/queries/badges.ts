import { taskQueries } from '@firstline/contract/tasks.ts';
import { waitingName } from '@firstline/domain/tasks/tally.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { offeredWork } from './offered-work.ts';

/** Number and counters in one look, since the sealer writes them together. */
export const badges = query({
  spec: taskQueries.badges,
  answer: async (desk, _, by) => {
    const { queueIds, taskTypes } = await offeredWork(desk, by);
    const { rows } = await desk.pool.query<{ seq: number; topic: string | null; n: number }>(
      prepared(
        `select head.seq, topic, n from (select coalesce(max(seq), 0)::bigint as seq from journal) as head
         left join (select topic, sum(n)::bigint as n from counters where topic = any($1::text[]) and name = any($2::text[]) group by topic) as counted on true`,
        [queueIds.map((id) => `queue:${id}`), taskTypes?.map(waitingName) ?? [waitingName()]],
      ),
    );
    const waiting = rows.map(({ topic, n }) => [topic?.replace(/^queue:/, '') ?? '', n] as const).filter(([queueId]) => queueId !== '');
    return { seq: rows[0]?.seq ?? 0, waiting: Object.fromEntries(waiting), queueIds, ...(taskTypes && { taskTypes }) };
  },
});
