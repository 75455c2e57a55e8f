import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';
import { signOfLife } from '../stores.ts';

/** No event: a moved pointer is not history. While the desk asks, only an answer counts. */
export const stayActive = holderCommand({
  spec: tasks.stayActive,
  history: false,
  decide: () => [],
  soft: ({ task, by }, { input, now }) =>
    task.returnsAt ? [] : [signOfLife(task.id, by.id, new Date(Date.parse(now) - input.ago).toISOString())],
});
