import { tasks } from '@firstline/contract/tasks.ts';
import { sendingBack, type Taking } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskFor } from '../task-command.ts';
import { withdrawn } from '../withdrawn.ts';

export const sendBackTask = command({
  spec: tasks.sendBack,
  facts: async (read, { input, by }): Promise<(Taking & { task: Task }) | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    return task === NOT_THERE ? NOT_THERE : { task, by };
  },
  queueOf: ({ task }) => task.queueId,
  rules: sendingBack,
  decide: ({ task }, { input }) => [withdrawn(task, input.reason)],
});
