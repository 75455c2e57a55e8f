import { rankOf, USUAL_RANK } from '@firstline/domain/tasks/criticality.ts';
import { TASK_TYPES } from '@firstline/domain/tasks/task-type.ts';
import type { Pool } from 'pg';

export type ManyTasks = {
  queueId: string;
  /** Numbers of the tasks, from the first to the last: `task-00000001` and so on. */
  from?: number;
  to: number;
  /** No customers, threads and messages: for lists only, on a connection that asks no foreign key. */
  alone?: boolean;
};

const AT_ONCE = 20_000;

/**
 * Waiting tasks by the thousand, with their customers, threads and first messages. Rows and no events: where the
 * journal is looked at, commands make them. For races and measurements only.
 */
export const manyTasks = async (pool: Pick<Pool, 'query'>, { queueId, from = 1, to, alone = false }: ManyTasks): Promise<void> => {
  for (let first = from; first <= to; first += AT_ONCE)
    await pool.query(alone ? `${NUMBERS} ${TASKS}` : `${NUMBERS}, ${AROUND} ${TASKS}`, [first, Math.min(first + AT_ONCE - 1, to), queueId, TYPES, RANKS]);
  await pool.query(
    `insert into counters (topic, name, n)
     select 'queue:' || $1, 'waiting' || coalesce(' ' || kind, ''), count(*) from (select ($4::text[])[1 + n % cardinality($4::text[])] as kind from generate_series($2::int, $3::int) as n) as made
     group by grouping sets ((), (kind)) on conflict (topic, name) do update set n = counters.n + excluded.n`,
    [queueId, from, to, TYPES],
  );
};

export const taskId = (n: number): string => `task-${String(n).padStart(8, '0')}`;

const TYPES = TASK_TYPES.map(({ id }) => id);
const RANKS = TASK_TYPES.map((kind) => rankOf({ rank: USUAL_RANK }, kind));

const NUMBERS = `with n as (select n, lpad(n::text, 8, '0') as nr, 1 + n % cardinality($4::text[]) as kind,
    date_trunc('milliseconds', desk_now()) - interval '30 days' + n * interval '2 seconds' as at from generate_series($1::int, $2::int) as n)`;

const AROUND = `
  met as (insert into customers (id, version, name, emails, phones, met_at)
    select 'customer-' || nr, 1, 'Customer ' || nr, array['c' || nr || '@customer.example'], '{}', at from n),
  known as (insert into customer_identities (kind, value, customer_id)
    select 'email', 'c' || nr || '@customer.example', 'customer-' || nr from n),
  begun as (insert into conversations (id, version, customer_id, queue_id, channel, subject, address, ours, status, opened_at)
    select 'thread-' || nr, 1, 'customer-' || nr, $3, 'email', 'Furnace ' || nr || ' stopped again', 'c' || nr || '@customer.example',
      'support@house.example', 'open', at from n),
  said as (insert into messages (id, version, conversation_id, direction, channel, "from", from_name, "to", subject, text, rfc_id, state, by, at)
    select 'message-' || nr, 1, 'thread-' || nr, 'in', 'email', 'c' || nr || '@customer.example', 'Customer ' || nr, 'support@house.example',
      'Furnace ' || nr || ' stopped again', repeat('Our furnace stopped last night. Could somebody come on Tuesday? ', 6),
      '<' || nr || '@customer.example>', 'received', 'system', at from n)`;

const TASKS = `,
  found as (insert into task_words (task_id, words)
    select 'task-' || nr, to_tsvector('simple', 'Furnace ' || nr || ' stopped again Customer ' || nr) from n)
insert into tasks (id, version, customer_id, conversation_id, queue_id, task_type, rank, channel, subject, customer_name, status, opened_at, answer_due_at,
    summary, sub_tasks, notes, idle_returns)
  select 'task-' || nr, 1, 'customer-' || nr, 'thread-' || nr, $3, ($4::text[])[kind], ($5::int[])[kind], 'email',
    'Furnace ' || nr || ' stopped again', 'Customer ' || nr, 'waiting', at, at + interval '4 hours',
    jsonb_build_object('origin', 'built-in', 'messages', 1, 'chips', '["Tuesday"]'::jsonb, 'lines', jsonb_build_array(jsonb_build_object(
      'says', 'The furnace stopped last night; asks for a visit on Tuesday.', 'messageId', 'message-' || nr, 'start', 0, 'end', 63))),
    jsonb_build_array(jsonb_build_object('id', 's1', 'title', 'Check the service area', 'done', false)), '[]'::jsonb, 0
  from n`;
