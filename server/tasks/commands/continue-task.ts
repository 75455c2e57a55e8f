import { tasks } from '@firstline/contract/tasks.ts';
import { stillThere } from '../still-there.ts';
import { holderCommand } from '../task-command.ts';

export const continueTask = holderCommand({
  spec: tasks.continue,
  decide: ({ task }) => stillThere(task),
});
