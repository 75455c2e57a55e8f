import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { escalateTask } from '@firstline/server/tasks/commands/escalate-task.ts';
import { working } from './at-work.ts';
import type { TestDesk } from './open-desk.ts';

/** A task that waits for the account team, and somebody of it. */
export const escalated = async (desk: TestDesk) => {
  const { ana, queueId, taskId } = await working(desk);
  await desk.done(escalateTask, { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' }, ana);
  return { ana, taskId, lea: await desk.person('Lea Moss', ['account-team'], [queueId]) };
};

/** The same, held by somebody of the team. */
export const takenByTheTeam = async (desk: TestDesk) => {
  const known = await escalated(desk);
  await desk.done(claimTask, { taskId: known.taskId }, known.lea);
  return known;
};
