import { contactQueries, type ContactLine, type ContactPage } from '@firstline/contract/contacts.ts';
import type { Pool } from 'pg';
import { currentCustomer, idsOf } from '../../customers/index.ts';
import { readerOf } from '../../platform/reader.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { cursorFrom, cursorOf } from './cursor.ts';
import { reachedQueues } from './reached-queues.ts';

export const contacts = query({
  spec: contactQueries.contacts,
  answer: async (desk, { customerId, after, limit }, by): Promise<ContactPage> => {
    const queueIds = await reachedQueues(desk, by);
    const customer = customerId ? await currentCustomer(readerOf(desk.pool).reader, customerId) : undefined;
    const ids = customer ? idsOf(customer) : customerId && [customerId];
    const behind = (after && cursorFrom(after, ['timestamptz', 'text'])) || [LATEST, ''];
    const { rows } = await desk.pool.query<Row>(
      ids
        ? prepared(`${OF_CUSTOMER} ${WITH_TASK}`, [queueIds, behind[0], behind[1], limit + 1, ids])
        : prepared(`${OF_QUEUES} ${WITH_TASK}`, [queueIds, behind[0], behind[1], limit + 1]),
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      contacts: rows.slice(0, limit).map(lineOf),
      next: last && cursorOf([last.opened_at, last.id]),
      elsewhere: ids ? await elsewhere(desk.pool, ids, queueIds) : 0,
    };
  },
});

const LATEST = '9999-01-01T00:00:00Z';
const COLUMNS = 'id, channel, subject, address, customer_id, queue_id, opened_at, status';

/** A page of each queue by its index, then the newest of them all. */
const OF_QUEUES = `with page as (
  select one.* from unnest($1::text[]) as q(id) cross join lateral (
    select ${COLUMNS} from conversations where queue_id = q.id and (opened_at, id) < ($2::timestamptz, $3)
    order by opened_at desc, id desc limit $4
  ) as one order by opened_at desc, id desc limit $4)`;

const OF_CUSTOMER = `with page as (
  select ${COLUMNS} from conversations where customer_id = any($5::text[]) and queue_id = any($1::text[]) and (opened_at, id) < ($2::timestamptz, $3)
  order by opened_at desc, id desc limit $4)`;

const WITH_TASK = `select page.*, customers.name, task.* from page join customers on customers.id = page.customer_id left join lateral (
    select tasks.id as task_id, customer_name, tasks.status as task_status, closed_at, close_reason, notes -> -1 ->> 'discussed' as note
    from tasks where conversation_id = page.id order by tasks.opened_at desc limit 1
  ) as task on true order by page.opened_at desc, page.id desc`;

const elsewhere = async (pool: Pool, customerIds: readonly string[], queueIds: readonly string[]): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    prepared('select count(*)::integer as n from (select 1 from conversations where customer_id = any($1::text[]) and queue_id <> all($2::text[]) limit 100) as others', [customerIds, queueIds]),
  );
  return rows[0]?.n ?? 0;
};

type Row = Pick<ContactLine, 'channel' | 'subject' | 'address' | 'status'> & {
  id: string;
  customer_id: string;
  queue_id: string;
  opened_at: string;
  name: string | null;
  task_id: string | null;
  customer_name: string | null;
  task_status: string | null;
  closed_at: string | null;
  close_reason: string | null;
  note: string | null;
};

const lineOf = (row: Row): ContactLine => ({
  conversationId: row.id,
  channel: row.channel,
  subject: row.subject,
  address: row.address,
  customerId: row.customer_id,
  customerName: row.name ?? row.customer_name ?? row.address,
  queueId: row.queue_id,
  openedAt: row.opened_at,
  status: row.status,
  ...(row.task_id && { taskId: row.task_id }),
  ...(row.task_status && { taskStatus: row.task_status }),
  ...(row.closed_at && { closedAt: row.closed_at }),
  ...(row.close_reason && { closeReason: row.close_reason }),
  ...(row.note && { note: row.note.slice(0, 300) }),
});
