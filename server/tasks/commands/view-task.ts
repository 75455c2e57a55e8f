import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

/** Being shown something is no sign of life. */
export const viewTask = holderCommand({
  spec: tasks.view,
  decide: ({ task }, { input: { part } }) => (task.viewed?.[part] ? [] : [{ type: 'task.viewed', taskId: task.id, part }]),
  soft: () => [],
});
