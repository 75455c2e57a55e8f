import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';
import { returned } from '../returned.ts';

export const returnTask = holderCommand({
  spec: tasks.return,
  decide: ({ task }) => [returned(task, 'agent')],
  soft: () => [],
});
