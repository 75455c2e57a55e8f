import { tasks } from '@firstline/contract/tasks.ts';
import { parking, type Parking } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { holderName, taskFor } from '../task-command.ts';

/** Waiting for the customer: the holder is free for other work, and the task comes back by itself. */
export const parkTask = command({
  spec: tasks.park,
  facts: async (read, { input, by, house }): Promise<(Parking & { task: Task }) | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const now = await read.now();
    const { policy } = await house(task.queueId);
    const until = new Date(input.until ?? Date.parse(now) + policy.parkHours * 3_600_000).toISOString();
    return { task, by, holderName: await holderName(read, task, by), until, now };
  },
  queueOf: ({ task }) => task.queueId,
  rules: parking,
  decide: ({ task, until }, { by }) => [{ type: 'task.parked', taskId: task.id, queueId: task.queueId, from: by.id, until }],
});
