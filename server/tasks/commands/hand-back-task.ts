import { tasks } from '@firstline/contract/tasks.ts';
import { handingBack, type HandingBack } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { holderName, taskFor } from '../task-command.ts';

type Facts = HandingBack & { task: Task };

export const handBackTask = command({
  spec: tasks.handBack,
  facts: async (read, { input, by }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    return task === NOT_THERE ? NOT_THERE : { task, by, holderName: await holderName(read, task, by) };
  },
  queueOf: ({ task }) => task.queueId,
  rules: handingBack,
  decide: ({ task }, { input, newId }) => [
    { type: 'task.handedBack', taskId: task.id, queueId: task.queueId, noteId: newId(), personal: { remark: input.remark.trim() } },
  ],
});
