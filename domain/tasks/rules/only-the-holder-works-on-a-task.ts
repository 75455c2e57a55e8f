import type { Rule } from '../../rule.ts';
import { whoHolds } from '../holding.ts';
import type { Task } from '../task.ts';

type Facts = {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>;
  by: { id: string };
  holderName?: string;
};

export const onlyTheHolderWorksOnATask: Rule<Facts> = {
  name: 'only-the-holder-works-on-a-task',
  says: 'Only whoever holds a task works on it. Claim it first.',
  strength: 'stops',
  always: true,
  from: ['R-043', 'R-158', 'R-243'],
  brokenBy: ({ task, by }) => task.status !== 'held' || task.heldBy !== by.id,
  because: ({ task, by, holderName }) => {
    if (task.status === 'closed') return 'It is closed.';
    if (task.status !== 'held') return 'Nobody holds it.';
    return whoHolds(task, by, holderName);
  },
};
