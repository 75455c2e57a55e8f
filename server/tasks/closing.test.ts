import type { Actor } from '@firstline/domain/desk/role.ts';
import { CLOSE_REASONS } from '@firstline/domain/tasks/close-reason.ts';
import { ENDING, holding } from '@firstline/testing/at-work.ts';
import { VISIT } from '@firstline/testing/holding-cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookAppointment } from './commands/book-appointment.ts';
import { cancelAppointment } from './commands/cancel-appointment.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { replyOnTask } from './commands/reply-on-task.ts';
import { resolveTask } from './commands/resolve-task.ts';
import { workspace } from './queries/workspace.ts';

let desk: TestDesk;
let ana: Actor;
let taskId = '';

beforeEach(async () => {
  desk = await openDesk();
  ({ ana, taskId } = await holding(desk));
  await desk.stopClock();
});
afterEach(() => desk.close());

const note = () => desk.done(noteOnTask, { taskId, discussed: 'Told the price of a visit.', agreed: 'Will think about it.' }, ana);
const resolve = (input: Record<string, unknown>) => desk.ask(resolveTask, { taskId, ...input }, ana);
const refusedBy = async (input: Record<string, unknown>): Promise<string[]> => {
  const outcome = await resolve(input);
  return outcome.status === 422 ? outcome.refused.map(({ rule }) => rule) : [String(outcome.status)];
};

test('R-233 R-234 R-238 The shipped reasons are there, each with the situation it is meant for, and the house adds its own', async () => {
  expect(CLOSE_REASONS.map(({ label }) => label)).toEqual([
    'Booked Job', 'Provided Information', 'Fee Not Accepted', 'Unsuccessful Contact', 'Service Not Offered',
    'No Availability', 'Existing Job Reschedule', 'Existing Job Cancellation',
  ]);
  expect(CLOSE_REASONS.every(({ when }) => when.endsWith('.'))).toBe(true);
  const items = [...CLOSE_REASONS, { id: 'passed-to-partner', label: 'Passed to partner', when: 'A partner does the work.' }];
  await desk.done(desk.named('desk.setList'), { name: 'closeReasons', items }, await desk.person('Ada Admin', ['administrator']));
  await note();
  expect((await resolve({ reason: 'passed-to-partner', ...ENDING })).status).toBe(200);
});

test('R-237 Booked Job needs an appointment that stands on the task: when, where, what, with whom', async () => {
  await note();
  expect(await refusedBy({ reason: 'booked-job', ...ENDING })).toEqual(['booked-job-has-an-appointment']);
  const [booked] = await desk.done(bookAppointment, { taskId, ...VISIT }, ana);
  expect(await workspace.answer(desk, { taskId }, ana)).toMatchObject({ appointments: [{ ...VISIT, status: 'booked' }] });
  await desk.done(cancelAppointment, { taskId, appointmentId: booked?.appointmentId }, ana);
  expect(await refusedBy({ reason: 'booked-job', ...ENDING })).toEqual(['booked-job-has-an-appointment']);
  await desk.done(bookAppointment, { taskId, ...VISIT }, ana);
  expect((await resolve({ reason: 'booked-job', ...ENDING })).status).toBe(200);
});

test('R-237 An appointment in the past is refused', async () =>
  expect(await desk.ask(bookAppointment, { taskId, ...VISIT, startsAt: '2020-03-12T14:00:00.000Z' }, ana)).toMatchObject({ refused: [{ rule: 'appointment-lies-ahead' }] }));

test('R-248 R-249 R-250 A close asks for a solution or next step, whether the customer confirmed it, and the last courtesies', async () => {
  await note();
  expect(await refusedBy({ reason: 'provided-information' })).toEqual(['solution-or-next-step-stated', 'confirmation-stated', 'anything-else-asked']);
  expect((await desk.ask(resolveTask, { taskId, reason: 'provided-information', nextStep: 'We call on Tuesday.', confirmed: 'no' }, ana, ['anything-else-asked'])).status).toBe(200);
  const known = (await workspace.answer(desk, { taskId }, ana)) as { task: { ending: unknown } };
  expect(known.task.ending).toMatchObject({ nextStep: 'We call on Tuesday.', confirmed: 'no' });
});

test('R-246 The time from the last contact to the close is measured', async () => {
  await desk.done(replyOnTask, { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'A visit costs 90.' }, ana);
  await desk.passes(90);
  await note();
  const [closed] = await desk.done(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana);
  expect(closed).toMatchObject({ type: 'task.closed', sinceContactSeconds: 90, confirmed: 'yes', thanked: true });
});
