import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

export const escalateTask = holderCommand({
  spec: tasks.escalate,
  decide: ({ task }, { input: { category, issue, tried } }) => [
    {
      type: 'task.escalated',
      taskId: task.id,
      queueId: task.queueId,
      category,
      personal: { issue: issue.trim(), ...(tried?.trim() && { tried: tried.trim() }) },
    },
  ],
  soft: () => [],
});
