import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'heldBy'>; to: { id: string } };

export const onlyAnOpenTaskIsAssigned: Rule<Facts> = {
  name: 'only-an-open-task-is-assigned',
  says: 'Give away what is open, to somebody who does not hold it yet.',
  strength: 'stops',
  always: true,
  from: ['R-051'],
  brokenBy: ({ task, to }) => task.status === 'closed' || (task.status === 'held' && task.heldBy === to.id),
};
