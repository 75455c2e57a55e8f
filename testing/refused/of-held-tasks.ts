import { addSubTask } from '@firstline/server/tasks/commands/add-sub-task.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { customerMails, ENDING, holding, letter, working } from '../at-work.ts';
import { holdingCases, VISIT } from '../holding-cases.ts';
import type { TestDesk } from '../open-desk.ts';
import { colleague, type Refusals } from './refusal.ts';

const PAST = '2020-01-01T09:00:00.000Z';

const onHeld = (asks: string, input: Record<string, unknown> = {}) => async (desk: TestDesk) => {
  const { ana, taskId } = await holding(desk);
  return { asks, input: { taskId, ...input }, by: ana };
};
const closing = (input: Record<string, unknown> = {}) => onHeld('tasks.resolve', { reason: 'provided-information', ...ENDING, ...input });

/** What is refused of a task at work and at its end. */
export const ofHeldTasks: Refusals = {
  'only-the-holder-works-on-a-task': async (desk) => {
    const { taskId } = await holding(desk);
    const ben = await colleague(desk);
    return { asks: addSubTask, input: { taskId, title: 'Call back' }, by: ben };
  },
  'note-says-how-it-goes-on': onHeld('tasks.note', { discussed: 'No heat upstairs.' }),
  'park-until-a-time-ahead': onHeld('tasks.park', { until: PAST }),
  'within-ones-authority': onHeld('tasks.grant', { kind: 'refund', amount: 1_000_000, words: 'The whole house.' }),
  'appointment-lies-ahead': onHeld('tasks.bookAppointment', { ...VISIT, startsAt: PAST }),
  'claim-is-undone-at-once': async (desk) => {
    const known = await onHeld('tasks.undoClaim')(desk);
    await desk.passes(61);
    return known;
  },
  'close-is-undone-in-time': async (desk) => {
    const known = await holdingCases.undoClose(desk);
    await desk.passes(301);
    return { asks: 'tasks.undoClose', ...known };
  },
  'own-close-is-undone': async (desk) => ({ asks: 'tasks.undoClose', ...(await holdingCases.undoClose(desk)), by: await colleague(desk) }),
  'thread-has-no-newer-task': async (desk) => {
    const known = await holdingCases.undoClose(desk);
    const { rows } = await desk.pool.query<{ rfc_id: string }>('select rfc_id from messages where rfc_id is not null');
    await customerMails(desk, { ...letter(), answers: rows.map(({ rfc_id }) => rfc_id) });
    await desk.settle();
    return { asks: 'tasks.undoClose', ...known };
  },
  'complaints-escalate': async (desk) => {
    const { ana, taskId } = await working(desk, letter('dana@customer.example', 'I want to complain about yesterday.'));
    await desk.done(claimTask, { taskId }, ana);
    return { asks: 'tasks.resolve', input: { taskId, reason: 'provided-information', ...ENDING }, by: ana };
  },
  'close-reason-chosen': closing({ reason: undefined }),
  'three-tries-before-unsuccessful': closing({ reason: 'unsuccessful-contact' }),
  'booked-job-has-an-appointment': closing({ reason: 'booked-job' }),
  'solution-or-next-step-stated': closing({ solution: undefined }),
  'confirmation-stated': closing({ confirmed: undefined }),
  'anything-else-asked': closing({ thanked: undefined }),
  'final-note-after-last-contact': closing(),
};
