import type { Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import { mayTake, type Team } from '../escalation.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'taskType' | 'teamId'>; by: Pick<Actor, 'roles'>; teams: readonly Team[] };

export const complaintsEscalate: Rule<Facts> = {
  name: 'complaints-escalate',
  says: 'A complaint is settled by the account team. Escalate it; nobody thinks less of you for it.',
  strength: 'stops',
  from: ['R-216', 'R-221'],
  brokenBy: ({ task, by, teams }) => task.taskType === 'complaint' && !mayTake(by, task.teamId, teams),
};
