import { voice } from '@firstline/domain/desk/role.ts';
import { bookAppointment } from '@firstline/server/tasks/commands/book-appointment.ts';
import { noteOnTask } from '@firstline/server/tasks/commands/note-on-task.ts';
import { logAttempt } from '@firstline/server/tasks/commands/log-attempt.ts';
import { protectTask } from '@firstline/server/tasks/commands/protect-task.ts';
import { resolveTask } from '@firstline/server/tasks/commands/resolve-task.ts';
import { ENDING, holding } from './at-work.ts';
import type { TestDesk } from './open-desk.ts';

export const VISIT = { startsAt: '2099-03-12T14:00:00.000Z', minutes: 60, where: '4 Mill Lane', what: 'Furnace service', withWhom: 'Omar' };

const call = async (desk: TestDesk) => {
  const { taskId } = await holding(desk);
  return { input: { taskId, callId: 'call-1' }, by: voice('system') };
};

/** How the acts around a held task come to be asked and done. */
export const holdingCases = {
  undoClose: async (desk: TestDesk) => {
    const { ana, taskId } = await holding(desk);
    await desk.done(noteOnTask, { taskId, discussed: 'Told the price of a visit.' }, ana);
    await desk.done(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana);
    return { input: { taskId }, by: ana };
  },
  cancelAppointment: async (desk: TestDesk) => {
    const { ana, taskId } = await holding(desk);
    const [booked] = await desk.done(bookAppointment, { taskId, ...VISIT }, ana);
    return { input: { taskId, appointmentId: booked?.appointmentId }, by: ana };
  },
  byLeader: (input: Record<string, unknown>) => async (desk: TestDesk) => {
    const { taskId } = await holding(desk);
    return { input: { taskId, ...input }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  assign: async (desk: TestDesk) => {
    const { taskId, queueId } = await holding(desk);
    const ben = await desk.person('Ben Sato', ['agent'], [queueId]);
    return { input: { taskId, to: ben.id, reason: 'Ben knows this customer.' }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  call,
  callThatGoesOn: async (desk: TestDesk) => {
    const known = await call(desk);
    await desk.done(protectTask, known.input, known.by);
    return known;
  },
  askToClose: async (desk: TestDesk) => {
    const { ana, taskId } = await holding(desk);
    await desk.done(logAttempt, { taskId, channel: 'call', address: '+1 555 010 2231', result: 'reached' }, ana);
    await desk.passes(601);
    return { input: { taskId }, by: voice('clock') };
  },
};
