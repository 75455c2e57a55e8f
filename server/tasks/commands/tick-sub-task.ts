import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

export const tickSubTask = holderCommand({
  spec: tasks.tickSubTask,
  decide: ({ task }, { input }) =>
    task.subTasks.some((item) => item.id === input.subTaskId && item.done !== input.done)
      ? [{ type: 'task.subTaskTicked', taskId: task.id, subTaskId: input.subTaskId, done: input.done, ...(input.atClosing && { atClosing: true as const }) }]
      : [],
});
