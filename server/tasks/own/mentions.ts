import { ownDesk, ownDeskQueries, type Mention } from '@firstline/contract/own-desk.ts';
import { namesOf, peopleCalled } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { rowsInto, type Fragment } from '../../platform/fragment.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { reachedQueues } from '../queries/reached-queues.ts';
import { taskFor } from '../task-command.ts';

/** A note calls upon these people: they find it whenever they come. */
export const callUpon = (people: readonly string[], taskId: string, by: string, at: string): Fragment[] =>
  people.length === 0 ? [] : [CALL(...people.map((personId) => [personId, taskId, by, at]))];

const CALL = rowsInto(
  'mentions',
  { person_id: 'text', task_id: 'text', by: 'text', at: 'timestamptz' },
  'on conflict (person_id, task_id) do update set by = excluded.by, at = excluded.at',
);

const MOST = 20;

export const mentions = query({
  spec: ownDeskQueries.mentions,
  answer: async (desk, _, by) => {
    const { rows } = await desk.pool.query<Mention>(
      prepared(
        `select task_id as "taskId", customer_name as "customerName", mentions.by, mentions.at from mentions join tasks on tasks.id = task_id
         where person_id = $1 and queue_id = any($2::text[]) order by mentions.at desc, task_id limit ${MOST}`,
        [by.id, await reachedQueues(desk, by)],
      ),
    );
    return { mentions: rows, names: await namesOf(desk.pool, rows.map((row) => row.by)) };
  },
});

export const called = query({
  spec: ownDeskQueries.called,
  answer: async (desk, { taskId, initials }, by) => {
    const { reader } = readerOf(desk.pool);
    const task = await taskFor(reader, taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const people = await peopleCalled(reader, initials.split(','), task.queueId);
    return { called: people.filter(({ id }) => id !== by.id).map(({ name, initials: theirs }) => ({ initials: theirs, name })) };
  },
});

/** No history: that somebody was called stands in it, and looking is their own matter. */
export const seeMentions = command({
  spec: ownDesk.seeMentions,
  facts: (read, { input, by }) => taskFor(read, input.taskId, by),
  rules: [],
  history: false,
  decide: () => [],
  soft: (_, { by, input }) => [{ sql: 'delete from mentions where person_id = ? and task_id = ?', values: [by.id, input.taskId] }],
});
