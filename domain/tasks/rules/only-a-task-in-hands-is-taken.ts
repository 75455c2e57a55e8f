import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'heldBy'>; by: { id: string } };

export const onlyATaskInHandsIsTaken: Rule<Facts> = {
  name: 'only-a-task-in-hands-is-taken',
  says: 'Only a task that somebody else holds or has parked is taken from them. Claim one that waits.',
  strength: 'stops',
  always: true,
  from: ['R-051'],
  brokenBy: ({ task, by }) => (task.status !== 'held' && task.status !== 'parked') || task.heldBy === by.id,
};
