import { SHOWN_IN_LISTS } from '@firstline/domain/tasks/card.ts';
import { evolveReranking, type Reranking, type RerankingEvent } from '@firstline/domain/tasks/reranking.ts';
import { evolveTask, type Task, type TaskEvent } from '@firstline/domain/tasks/task.ts';
import { rowsInto, type Fragment } from '../platform/fragment.ts';
import type { Store } from '../platform/store.ts';
import { holdingColumns } from './holding-columns.ts';
import { idleQuestions } from './idle-questions.ts';

export const taskStore: Store<Task, TaskEvent> = {
  kind: 'task',
  table: 'tasks',
  columns: {
    id: 'text',
    version: 'integer',
    customerId: 'text',
    conversationId: 'text',
    queueId: 'text',
    taskType: 'text',
    criticality: 'text',
    rank: 'integer',
    channel: 'text',
    subject: 'text',
    customerName: 'text',
    status: 'text',
    heldBy: 'text',
    heldSince: 'timestamptz',
    slot: 'integer',
    returnsAt: 'timestamptz',
    openedAt: 'timestamptz',
    closedAt: 'timestamptz',
    closeReason: 'text',
    summary: 'jsonb',
    subTasks: 'jsonb',
    notes: 'jsonb',
    escalation: 'jsonb',
    grants: 'jsonb',
    teamId: 'text',
    answerBy: 'timestamptz',
    idleReturns: 'integer',
    answerDueAt: 'timestamptz',
    answeredAt: 'timestamptz',
    answerMark: 'text',
    ...holdingColumns,
  },
  evolve: evolveTask,
  idOf: (event) => event.taskId,
  audience: (task, event) =>
    event.type === 'task.mentioned'
      ? { full: [`task:${task.id}`, `person:${event.personId}`], outline: [`queue:${task.queueId}`] }
      : SHOWN_IN_LISTS.includes(event.type)
      ? { full: [`task:${task.id}`, `queue:${task.queueId}`], outline: [] }
      : { full: [`task:${task.id}`], outline: [`queue:${task.queueId}`] },
  also: (task, before) => [
    ...(before && before.summary === task.summary && before.customerName === task.customerName ? [] : [wordsOf(task)]),
    ...(task.heldBy && task.heldBy !== before?.heldBy ? [rememberHold(task)] : []),
    ...idleQuestions(task, before),
  ],
};

/** What a search finds the task by. */
const wordsOf = (task: Task): Fragment => ({
  sql: `insert into task_words (task_id, words) values (?, to_tsvector('simple'::regconfig, ?::text))
    on conflict (task_id) do update set words = excluded.words`,
  values: [task.id, [task.subject, task.customerName, ...task.summary.lines.map(({ says }) => says), ...task.summary.chips].join(' ')],
});

const rememberHold = ({ id, heldBy, heldSince }: Task): Fragment => HOLD([id, heldBy, heldSince]);

const HOLD = rowsInto(
  'task_holds',
  { task_id: 'text', person_id: 'text', since: 'timestamptz' },
  'on conflict (person_id, task_id) do update set since = excluded.since',
);

export const rerankingStore: Store<Reranking, RerankingEvent> = {
  kind: 'reranking',
  table: 'rerankings',
  columns: {
    id: 'text',
    version: 'integer',
    houseVersion: 'integer',
    total: 'integer',
    done: 'integer',
    upTo: 'text',
    startedAt: 'timestamptz',
    finishedAt: 'timestamptz',
  },
  evolve: evolveReranking,
  idOf: (event) => event.rerankingId,
  audience: () => ({ full: ['leads'], outline: [] }),
};

/** A sign of life of the task's holder at that moment; one that is older than the known one changes nothing. */
export const signOfLife = (taskId: string, personId: string, at: string): Fragment => SIGN_OF_LIFE([taskId, personId, at]);

const SIGN_OF_LIFE = rowsInto(
  'task_activity',
  { task_id: 'text', person_id: 'text', at: 'timestamptz' },
  `on conflict (task_id) do update set person_id = excluded.person_id, left_at = null,
    at = case when task_activity.person_id = excluded.person_id then greatest(task_activity.at, excluded.at) else excluded.at end`,
);
