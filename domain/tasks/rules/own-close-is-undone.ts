import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

export const ownCloseIsUndone: Rule<{ task: Pick<Task, 'closedBy'>; by: { id: string } }> = {
  name: 'own-close-is-undone',
  says: 'Only whoever closed a task takes that back: they know why they did.',
  strength: 'stops',
  from: ['R-079'],
  brokenBy: ({ task, by }) => task.closedBy !== by.id,
};
