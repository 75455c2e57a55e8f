import { taskQueries } from '@firstline/contract/tasks.ts';
import { reaches } from '@firstline/domain/desk/role.ts';
import { appointmentsOf } from '../../booking/index.ts';
import { namesOf } from '../../desk/index.ts';
import { NOT_THERE } from '../../platform/command.ts';
import { eventOf, type Entry } from '../../platform/journal.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { taskStore } from '../stores.ts';

/** Also what is committed but not yet numbered: the newest events are never missing. */
export const history = query({
  spec: taskQueries.history,
  answer: async (desk, { taskId }, by) => {
    const { reader } = readerOf(desk.pool);
    const task = await reader.take(taskStore, taskId);
    if (!task || !reaches(by, task.queueId)) return NOT_THERE;
    const appointments = await appointmentsOf(reader, taskId);
    const rows = await reader.rows<Entry & { seq: number | null }>(
      `select seq, at, subject, subject_id, version, type, by, body, personal from journal where subject_id = any($1::text[])
       union all
       select null, at, subject, subject_id, version, type, by, body, personal from journal_inbox where subject_id = any($1::text[])
       order by at, version`,
      [[taskId, task.conversationId, ...appointments.map(({ id }) => id)]],
    );
    const events = rows.map((row) => ({
      type: row.type,
      at: row.at,
      by: row.by,
      ...(row.seq && { seq: row.seq }),
      event: eventOf(row),
    }));
    return { events, names: await namesOf(desk.pool, events.flatMap(({ by: who, event }) => [who, ...peopleIn(event)])) };
  },
});

/** Whom an event speaks of beside whoever did it. */
const peopleIn = (event: object): string[] =>
  ['personId', 'from', 'to'].map((field) => (event as Record<string, unknown>)[field]).filter((id): id is string => typeof id === 'string' && id !== '');
