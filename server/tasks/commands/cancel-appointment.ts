import { tasks } from '@firstline/contract/tasks.ts';
import type { Appointment } from '@firstline/domain/booking/appointment.ts';
import { working } from '@firstline/domain/tasks/rules/index.ts';
import { appointmentStore } from '../../booking/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { stillThere } from '../still-there.ts';
import { signOfLife } from '../stores.ts';
import { heldFor, type Held } from '../task-command.ts';

export const cancelAppointment = command({
  spec: tasks.cancelAppointment,
  facts: async (read, { input, by }): Promise<(Held & { appointment: Appointment }) | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    const appointment = await read.take(appointmentStore, input.appointmentId);
    return held === NOT_THERE || appointment?.taskId !== held.task.id ? NOT_THERE : { ...held, appointment };
  },
  queueOf: ({ task }) => task.queueId,
  rules: working,
  decide: ({ task, appointment }) =>
    appointment.status === 'booked' ? [{ type: 'appointment.cancelled', appointmentId: appointment.id, taskId: task.id }, ...stillThere(task)] : [],
  soft: ({ task, by }, { now }) => [signOfLife(task.id, by.id, now)],
});
