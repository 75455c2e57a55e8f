import type { Customer } from '@firstline/domain/customers/customer.ts';
import { trailLine, type TrailLine } from '@firstline/domain/tasks/trail.ts';
import { idsOf } from '../../customers/index.ts';
import { namesOf } from '../../desk/index.ts';
import type { Desk } from '../../platform/desk.ts';
import { eventOf, type Entry } from '../../platform/journal.ts';
import { prepared } from '../../platform/prepared.ts';

const COLUMNS = 'at, subject, subject_id, version, type, by, body, personal';

/** Everything that the journal tells of one customer, on every channel, oldest first; also what is not numbered yet. */
export const trailOf = async (desk: Desk, customer: Customer): Promise<TrailLine[]> => {
  const { rows } = await desk.pool.query<Entry & { seq: number | null }>(
    prepared(
      `with threads as (select id from conversations where customer_id = any($1::text[])),
         subjects as (
           select unnest($1::text[]) as id
           union select id from tasks where customer_id = any($1::text[])
           union select appointments.id from appointments join tasks on tasks.id = task_id where customer_id = any($1::text[])
           union select id from threads
           union select id from messages where conversation_id in (select id from threads)
           union select id from attempts where conversation_id in (select id from threads))
       select seq, ${COLUMNS} from journal join subjects on subjects.id = subject_id
       union all select null, ${COLUMNS} from journal_inbox join subjects on subjects.id = subject_id
       order by at, seq nulls last, version`,
      [idsOf(customer)],
    ),
  );
  const events = rows.map((row) => ({ ...eventOf(row), ...(row.seq !== null && { seq: row.seq }) }) as Parameters<typeof trailLine>[0]);
  const people = events.flatMap((event) => [event.by, event.to, event.from].filter((id): id is string => typeof id === 'string'));
  const names = await namesOf(desk.pool, people);
  const { lists } = await desk.house();
  return events.map((event) => trailLine(event, { nameOf: (id) => names[id] ?? id, lists }));
};
