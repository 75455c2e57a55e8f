import { tasks } from '@firstline/contract/tasks.ts';
import { booking, type Booking } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { stillThere } from '../still-there.ts';
import { signOfLife } from '../stores.ts';
import { holderName, taskFor } from '../task-command.ts';

export const bookAppointment = command({
  spec: tasks.bookAppointment,
  facts: async (read, { input, by }): Promise<(Booking & { task: Task }) | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    return { task, by, holderName: await holderName(read, task, by), startsAt: input.startsAt, now: await read.now() };
  },
  queueOf: ({ task }) => task.queueId,
  rules: booking,
  decide: ({ task }, { input: { startsAt, minutes, where, what, withWhom }, newId }) => [
    {
      type: 'appointment.booked',
      appointmentId: newId(),
      taskId: task.id,
      startsAt: new Date(startsAt).toISOString(),
      minutes,
      personal: { where: where.trim(), what: what.trim(), ...(withWhom?.trim() && { withWhom: withWhom.trim() }) },
    },
    ...stillThere(task),
  ],
  soft: ({ task }, { by, now }) => [signOfLife(task.id, by.id, now)],
});
