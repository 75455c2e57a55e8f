import { holding } from '@firstline/testing/at-work.ts';
import { VISIT } from '@firstline/testing/holding-cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: TestDesk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.close());

type History = { events: { type: string; event: { personal?: object } }[]; names: Record<string, string> };

test('R-165 What was agreed on a task and called off again stands in its history, and so does whom a note calls upon, by name', async () => {
  const { ana, queueId, taskId } = await holding(desk);
  const ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  const [booked] = await desk.done(desk.named('tasks.bookAppointment'), { taskId, ...VISIT }, ana);
  await desk.done(desk.named('tasks.note'), { taskId, discussed: '@BS please confirm.' }, ana);
  await desk.settle();
  await desk.done(desk.named('tasks.cancelAppointment'), { taskId, appointmentId: booked?.appointmentId }, ana);
  const { events, names } = await desk.read<History>('tasks.history', { taskId }, ana);
  expect(events.map(({ type }) => type).filter((type) => /appointment|mentioned/.test(type))).toEqual(['appointment.booked', 'task.mentioned', 'appointment.cancelled']);
  expect(events.find(({ type }) => type === 'appointment.booked')?.event.personal).toMatchObject({ what: VISIT.what });
  expect(names[ben.id]).toBe('Ben Sato');
});
