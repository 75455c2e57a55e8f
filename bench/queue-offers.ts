import { taskQueries } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { TASK_TYPES } from '@firstline/domain/tasks/task-type.ts';
import { pageSql } from '@firstline/server/tasks/queries/waiting.ts';
import { taskId } from '@firstline/testing/many-tasks.ts';
import type { Stocked } from './two-desks.ts';

/** One way in which a screen may ask for a page of the queue. */
export type Offer = { order: 'priority' | 'oldest' | 'newest' | 'due'; taskType?: string; isOneQueue: boolean; isLead: boolean; isDeep: boolean };

const { order } = taskQueries.waiting.input.shape;
const LIMIT = 50;
const KEYS = { priority: ['rank', 'opened_at', 'id'], oldest: ['opened_at', 'id'], newest: ['opened_at', 'id'], due: ['answer_due_at', 'id'] };
const BOTH = [true, false];

/** Every order with every filter that the contract offers, to those who see escalated tasks and to those who do not. */
export const everyOffer = (): Offer[] =>
  order.unwrap().options.flatMap((one) =>
    [undefined, ...TASK_TYPES.map(({ id }) => id)].flatMap((type) =>
      BOTH.flatMap((isOneQueue) => BOTH.flatMap((isLead) => BOTH.map((isDeep) => ({ order: one, taskType: type, isOneQueue, isLead, isDeep })))),
    ),
  );

export const nameOf = ({ order: one, taskType: type, isOneQueue, isLead }: Offer): string =>
  [one, type ?? 'any type', isOneQueue ? 'one queue' : 'all queues', ...(isLead ? ['escalated too'] : [])].join(', ');

export const readerOf = ({ queueIds }: Stocked, isLead: boolean): Actor => ({
  id: 'reader', name: 'Reader', initials: 'R', roles: isLead ? ['account-team'] : ['agent'], queueIds,
});

/** The page as the desk answers it. */
export const question = async (stocked: Stocked, offer: Offer): Promise<() => Promise<unknown>> => {
  const query = stocked.desk.parts.queries.find(({ spec }) => spec.name === 'tasks.waiting');
  const after = offer.isDeep ? Buffer.from(JSON.stringify(await deepKeys(stocked, offer))).toString('base64url') : undefined;
  const input = { order: offer.order, taskType: offer.taskType, after, limit: LIMIT, ...(offer.isOneQueue && { queueId: stocked.queueIds[0] }) };
  return async () => query?.answer(stocked.desk, input, readerOf(stocked, offer.isLead));
};

/** The statement behind it. */
export const statement = async (stocked: Stocked, offer: Offer) => {
  const after = offer.isDeep ? await deepKeys(stocked, offer) : undefined;
  const queueIds = offer.isOneQueue ? stocked.queueIds.slice(0, 1) : stocked.queueIds;
  return pageSql(offer.order, queueIds, offer.isLead ? ['waiting', 'escalated'] : ['waiting'], offer.taskType ? [offer.taskType] : undefined, after, LIMIT);
};

/** Where a page begins that is far in: behind a task of this kind from the middle of the first queue. */
const deepKeys = async ({ pool, tasksInQueue }: Stocked, { order: one, taskType: type }: Offer): Promise<unknown[]> => {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select rank, opened_at, answer_due_at, id from tasks where id >= $1 and status = 'waiting' and ($2::text is null or task_type = $2) order by id limit 1`,
    [taskId(Math.floor(tasksInQueue / 2)), type ?? null],
  );
  return KEYS[one].map((key) => rows[0]?.[key]);
};
