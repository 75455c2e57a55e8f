import type { Appointment } from '@firstline/domain/booking/appointment.ts';
import type { Reader } from '../platform/reader.ts';
import { columnList, fromRow } from '../platform/store.ts';
import { appointmentStore } from './stores.ts';

export { appointmentStore } from './stores.ts';

/** What was agreed on a task, the soonest first. */
export const appointmentsOf = async (read: Reader, taskId: string): Promise<Appointment[]> =>
  (await read.rows(`select ${columnList(appointmentStore).join(', ')} from appointments where task_id = $1 order by starts_at, id`, [taskId])).map((row) =>
    fromRow<Appointment>(appointmentStore, row),
  );

/** What this subject brings to the desk: its records are made by the commands of the tasks they belong to. */
export const bookingParts = { stores: [appointmentStore], commands: [], queries: [], reactions: [] };
