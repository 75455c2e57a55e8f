import { tasks } from '@firstline/contract/tasks.ts';
import { isPast } from '@firstline/domain/moment.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** The clock only proposes; this looks again, so a task that its agent took meanwhile stays. */
export const offerToAll = command({
  spec: tasks.offerToAll,
  facts: async (read, { input }): Promise<{ task: Task; now: string } | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    return task ? { task, now: await read.now() } : NOT_THERE;
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task, now }) =>
    isPast(task.reservedUntil, now) ? [{ type: 'task.offeredToAll', taskId: task.id }] : [],
});
