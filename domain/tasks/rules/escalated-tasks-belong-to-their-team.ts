import type { Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';
import { isOffered, type Team } from '../escalation.ts';

type Facts = { task: Pick<TaskCard, 'status' | 'teamId'>; by: Pick<Actor, 'roles'>; teams: readonly Team[] };

export const escalatedTasksBelongToTheirTeam: Rule<Facts> = {
  name: 'escalated-tasks-belong-to-their-team',
  says: 'An escalated task belongs to the team it went to, who now speak with the customer.',
  strength: 'stops',
  from: ['R-212', 'R-219', 'R-225'],
  brokenBy: ({ task, by, teams }) => task.status === 'escalated' && !isOffered(task, by, teams),
};
