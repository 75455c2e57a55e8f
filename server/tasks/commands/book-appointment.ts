import { tasks } from '@firstline/contract/tasks.ts';
import { booking, type Booking } from '@firstline/domain/tasks/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { stillThere } from '../still-there.ts';
import { signOfLife } from '../stores.ts';
import { heldFor, type Held } from '../task-command.ts';

export const bookAppointment = command({
  spec: tasks.bookAppointment,
  facts: async (read, { input, by }): Promise<(Booking & Held) | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    return held === NOT_THERE ? NOT_THERE : { ...held, startsAt: input.startsAt, now: await read.now() };
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
