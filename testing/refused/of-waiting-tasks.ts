import { forgetHouse } from '@firstline/server/desk/house-of.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { holding, letter, waitingTask, working } from '../at-work.ts';
import { escalated } from '../escalated-cases.ts';
import type { TestDesk } from '../open-desk.ts';
import { parked } from '../parked-cases.ts';
import { colleague, type Refusals } from './refusal.ts';

const SECOND = letter('omar@customer.example');
const BECAUSE = { reason: 'You know this customer.' };

/** A task whose queue takes what nobody here can do. */
const needsSkill = async (desk: TestDesk) => {
  const known = await working(desk);
  await desk.done(desk.named('desk.setQueueNeeds'), { queueId: known.queueId, skills: ['technical'] }, await desk.person('Max Obi', ['administrator']));
  forgetHouse(desk);
  return known;
};

/** What is refused of a task that waits, is claimed, given or taken. */
export const ofWaitingTasks: Refusals = {
  'task-is-free': async (desk) => ({ asks: 'tasks.claim', input: { taskId: (await holding(desk)).taskId }, by: await colleague(desk) }),
  'parked-task-comes-back-to-its-agent': async (desk) => ({ asks: 'tasks.claim', input: { taskId: await parked(desk) }, by: await colleague(desk) }),
  'escalated-tasks-belong-to-their-team': async (desk) => {
    const { ana, taskId } = await escalated(desk);
    return { asks: 'tasks.claim', input: { taskId }, by: ana };
  },
  'skills-for-the-task': async (desk) => {
    const { ana, taskId } = await needsSkill(desk);
    return { asks: 'tasks.claim', input: { taskId }, by: ana };
  },
  'one-task-at-a-time': async (desk) => {
    const { ana, queueId } = await holding(desk);
    return { asks: 'tasks.claim', input: { taskId: await waitingTask(desk, queueId, SECOND) }, by: ana };
  },
  'another-criticality-has-its-reason': async (desk) => {
    const { ana, taskId } = await working(desk);
    return { asks: 'tasks.setCriticality', input: { taskId, criticality: 'critical' }, by: ana };
  },
  'only-a-task-in-hands-is-taken': async (desk) => ({
    asks: 'tasks.takeOver', input: { taskId: (await working(desk)).taskId, ...BECAUSE }, by: await desk.person('Max Obi', ['supervisor']),
  }),
  'only-an-open-task-is-assigned': async (desk) => {
    const { ana, taskId } = await holding(desk);
    return { asks: 'tasks.assign', input: { taskId, to: ana.id, ...BECAUSE }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  'assignee-may-take-the-task': async (desk) => {
    const { taskId } = await working(desk);
    const other = await desk.person('Cy Elsewhere', ['agent'], [await desk.queue('Another')]);
    return { asks: 'tasks.assign', input: { taskId, to: other.id, ...BECAUSE }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  'assignee-has-the-skills': async (desk) => {
    const { ana, taskId } = await needsSkill(desk);
    return { asks: 'tasks.assign', input: { taskId, to: ana.id, ...BECAUSE }, by: await desk.person('Sue Park', ['supervisor']) };
  },
  'assignee-has-a-free-place': async (desk) => {
    const { ana, queueId } = await holding(desk);
    return { asks: 'tasks.assign', input: { taskId: await waitingTask(desk, queueId, SECOND), to: ana.id, ...BECAUSE }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  'only-the-holder-escalates-a-held-task': async (desk) => {
    const { taskId } = await holding(desk);
    return { asks: 'tasks.escalate', input: { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' }, by: await colleague(desk) };
  },
  'escalation-goes-up': async (desk) => {
    const { taskId } = await working(desk);
    return { asks: 'tasks.escalate', input: { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' }, by: await colleague(desk, 'manager') };
  },
  'escalation-says-what-and-why': async (desk) => {
    const { ana, taskId } = await working(desk);
    return { asks: 'tasks.escalate', input: { taskId, category: 'billing', reason: 'no-such-reason', issue: 'Was charged twice.' }, by: ana };
  },
  'only-an-escalated-task-is-handed-back': async (desk) => {
    const { taskId } = await working(desk);
    const lea = await colleague(desk, 'account-team');
    await desk.done(claimTask, { taskId }, lea);
    return { asks: 'tasks.handBack', input: { taskId, remark: 'Please book the visit.' }, by: lea };
  },
  'a-complaint-stays-with-its-team': async (desk) => {
    const { taskId } = await working(desk, letter('dana@customer.example', 'I want to complain about yesterday.'));
    const lea = await colleague(desk, 'account-team');
    await desk.done(claimTask, { taskId }, lea);
    return { asks: 'tasks.handBack', input: { taskId, remark: 'Please book the visit.' }, by: lea };
  },
};
