import { takesEscalations, type Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';

type Facts = { task: Pick<TaskCard, 'status'>; by: Pick<Actor, 'roles'> };

export const escalatedTasksGoToTheAccountTeam: Rule<Facts> = {
  name: 'escalated-tasks-go-to-the-account-team',
  says: 'An escalated task belongs to the account team, who now speak with the customer.',
  strength: 'stops',
  from: ['R-219'],
  brokenBy: ({ task, by }) => task.status === 'escalated' && !takesEscalations(by),
};
