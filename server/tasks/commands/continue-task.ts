import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

export const continueTask = holderCommand({
  spec: tasks.continue,
  decide: ({ task }) => (task.returnsAt ? [{ type: 'task.continued', taskId: task.id }] : []),
});
