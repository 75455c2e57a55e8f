import { takesEscalations, type Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'taskType'>; by: Pick<Actor, 'roles'> };

export const complaintsEscalate: Rule<Facts> = {
  name: 'complaints-escalate',
  says: 'A complaint is settled by the account team. Escalate it; nobody thinks less of you for it.',
  strength: 'stops',
  from: ['R-216', 'R-221'],
  brokenBy: ({ task, by }) => task.taskType === 'complaint' && !takesEscalations(by),
};
