import { voice } from '@firstline/domain/desk/role.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { comeBack } from '@firstline/server/tasks/commands/come-back.ts';
import { parkTask } from '@firstline/server/tasks/commands/park-task.ts';
import { holding, letter, waitingTask } from './at-work.ts';
import type { TestDesk } from './open-desk.ts';

/** A task that waits for its customer. */
export const parked = async (desk: TestDesk): Promise<string> => {
  const { ana, taskId } = await holding(desk);
  await desk.done(parkTask, { taskId }, ana);
  return taskId;
};

/** A task that came back while its agent held another one, and whose time for them is over. */
export const reserved = async (desk: TestDesk): Promise<string> => {
  const { ana, taskId, queueId } = await holding(desk);
  await desk.done(parkTask, { taskId }, ana);
  await desk.done(claimTask, { taskId: await waitingTask(desk, queueId, letter('omar@customer.example')) }, ana);
  await desk.done(comeBack, { taskId, cause: 'reply' }, voice('system'));
  await desk.passes(3600);
  return taskId;
};
