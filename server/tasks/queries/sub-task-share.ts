import { taskQueries, type SubTaskShare } from '@firstline/contract/tasks.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { reachedQueues } from './reached-queues.ts';

/** What was ticked in the closing step itself counts as not ticked before it. */
export const subTaskShare = query({
  spec: taskQueries.subTaskShare,
  answer: async (desk, { from, to }, by): Promise<SubTaskShare> => {
    const { rows } = await desk.pool.query<SubTaskShare>(
      prepared(
        `select count(distinct tasks.id)::integer as tasks, count(item)::integer as "subTasks",
           (count(*) filter (where (item ->> 'done')::boolean and item -> 'atClosing' is null))::integer as "tickedBefore"
         from tasks left join lateral jsonb_array_elements(sub_tasks) as item on true
         where queue_id = any($1::text[]) and status = 'closed' and closed_at >= $2::timestamptz and closed_at < $3::timestamptz`,
        [await reachedQueues(desk, by), from, to],
      ),
    );
    return rows[0] ?? { tasks: 0, subTasks: 0, tickedBefore: 0 };
  },
});
