import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

export const addSubTask = holderCommand({
  spec: tasks.addSubTask,
  decide: ({ task }, { input, newId }) => [
    { type: 'task.subTaskAdded', taskId: task.id, subTaskId: newId(), personal: { title: input.title.trim() } },
  ],
});
