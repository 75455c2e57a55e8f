import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';
import { saidTime, whoHolds } from '../holding.ts';

type Facts = { task: Pick<TaskCard, 'status' | 'heldBy' | 'heldSince' | 'closedAt'>; by: { id: string }; holderName?: string };

export const taskIsFree: Rule<Facts> = {
  name: 'task-is-free',
  says: 'This task is no longer free. Take the next one from the queue.',
  strength: 'stops',
  always: true,
  from: ['R-043', 'R-044'],
  brokenBy: ({ task }) => task.status === 'held' || task.status === 'closed',
  because: ({ task, by, holderName }) => {
    if (task.status === 'closed') return `It was closed${task.closedAt ? ` at ${saidTime(task.closedAt)}` : ''}.`;
    return whoHolds(task, by, holderName);
  },
};
