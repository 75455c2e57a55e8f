import type { Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import { whoHolds } from '../holding.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>; by: Pick<Actor, 'id'>; holderName?: string };

/** From every other stage, waiting or put aside, whoever serves the queue may escalate. */
export const onlyTheHolderEscalatesAHeldTask: Rule<Facts> = {
  name: 'only-the-holder-escalates-a-held-task',
  says: 'A task that a colleague holds, a team has or that is closed cannot be escalated by you.',
  strength: 'stops',
  always: true,
  from: ['R-214', 'R-219'],
  brokenBy: ({ task, by }) =>
    task.status === 'closed' || task.status === 'escalated' || (task.status === 'held' && task.heldBy !== by.id),
  because: (facts) => {
    if (facts.task.status === 'closed') return 'It is closed; the customer’s next message opens it again.';
    return facts.task.status === 'escalated' ? 'It is escalated already.' : whoHolds(facts.task, facts.by, facts.holderName);
  },
};
