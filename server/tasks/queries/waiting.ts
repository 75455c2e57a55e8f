import { taskQueries, type QueuePage } from '@firstline/contract/tasks.ts';
import { SHIPPED_TEAM, standsAbove, teamsOfOthers } from '@firstline/domain/tasks/escalation.ts';
import { namesOf } from '../../desk/index.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { CARD_COLUMNS, cardFromRow, sealedSeq } from './card.ts';
import { cursorFrom, cursorOf } from './cursor.ts';
import { offeredWork } from './offered-work.ts';

/** Each order with what it sorts by: every one has its index, with and without a task type. */
const ORDERS = {
  priority: { keys: ['rank', 'opened_at', 'id'], types: ['integer', 'timestamptz', 'text'], down: false },
  oldest: { keys: ['opened_at', 'id'], types: ['timestamptz', 'text'], down: false },
  due: { keys: ['answer_due_at', 'id'], types: ['timestamptz', 'text'], down: false },
  newest: { keys: ['opened_at', 'id'], types: ['timestamptz', 'text'], down: true },
} as const;

export const waiting = query({
  spec: taskQueries.waiting,
  answer: async (desk, input, by): Promise<QueuePage> => {
    const seq = await sealedSeq(desk.pool);
    const offered = await offeredWork(desk, by);
    const queueIds = input.queueId ? offered.queueIds.filter((id) => id === input.queueId) : offered.queueIds;
    const kinds = input.taskType ? [input.taskType].filter((kind) => offered.taskTypes?.includes(kind) ?? true) : offered.taskTypes;
    const after = input.after ? cursorFrom(input.after, ORDERS[input.order].types) : undefined;
    const { teams } = (await desk.house()).lists;
    const statuses = standsAbove(by, teams) ? ['waiting', 'escalated'] : ['waiting'];
    const { text, values } = pageSql(input.order, queueIds, statuses, kinds, after, input.limit, teamsOfOthers(by, teams));
    const { rows } = await desk.pool.query<Record<string, unknown>>(prepared(text, values));
    const cards = rows.slice(0, input.limit).map(cardFromRow);
    const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
    return {
      seq,
      cards,
      next: last && cursorOf(ORDERS[input.order].keys.map((key) => last[key])),
      names: await namesOf(desk.pool, cards.flatMap(({ heldBy }) => heldBy ?? [])),
    };
  },
});

/** A page of each queue by its index, then the first of them all: never a sort of what waits. */
export const pageSql = (
  order: keyof typeof ORDERS,
  queueIds: readonly string[],
  statuses: readonly string[],
  taskTypes: readonly string[] | undefined,
  after: readonly unknown[] | undefined,
  limit: number,
  ofOthers: readonly string[] = [],
): { text: string; values: unknown[] } => {
  const { keys, types, down } = ORDERS[order];
  const values: unknown[] = [queueIds, statuses, limit + 1];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const sorting = keys.map((key) => `${key} ${down ? 'desc' : 'asc'}`).join(', ');
  const [kinds, ofType] = taskTypes ? [`cross join unnest(${place(taskTypes)}::text[]) as k(type)`, 'and task_type = k.type'] : ['', ''];
  const isMine = statuses.includes('escalated') ? `and (s.status = 'waiting' or coalesce(team_id, '${SHIPPED_TEAM}') <> all(${place(ofOthers)}::text[]))` : '';
  const isDue = order === 'due' ? 'and answer_due_at is not null' : '';
  const behind = after
    ? `and (${keys.join(', ')}) ${down ? '<' : '>'} (${keys.map((_, n) => `${place(after[n])}::${types[n]}`).join(', ')})`
    : '';
  return {
    text: `select page.* from unnest($1::text[]) as q(id) cross join unnest($2::text[]) as s(status) ${kinds} cross join lateral (
        select ${CARD_COLUMNS} from tasks
        where queue_id = q.id and status = s.status and status in ('waiting', 'escalated') ${isMine} ${isDue} ${ofType} ${behind}
        order by ${sorting} limit $3
      ) as page order by ${sorting} limit $3`,
    values,
  };
};
