import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

export const removeSubTask = holderCommand({
  spec: tasks.removeSubTask,
  decide: ({ task }, { input }) =>
    task.subTasks.some((item) => item.id === input.subTaskId)
      ? [{ type: 'task.subTaskRemoved', taskId: task.id, subTaskId: input.subTaskId }]
      : [],
});
