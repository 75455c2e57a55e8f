import { leads, type Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import { mayTake, type Team } from '../escalation.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'queueId' | 'escalation' | 'teamId'>; to: Pick<Actor, 'roles' | 'queueIds'> & { isActive: boolean }; teams: readonly Team[] };

export const assigneeMayTakeTheTask: Rule<Facts> = {
  name: 'assignee-may-take-the-task',
  says: 'Give a task to somebody who is with us, serves its queue and may work on it.',
  strength: 'stops',
  always: true,
  from: ['R-051', 'R-328'],
  brokenBy: ({ task, to, teams }) =>
    !to.isActive || !(leads(to) || to.queueIds.includes(task.queueId)) || ((task.status === 'escalated' || task.escalation !== undefined) && !mayTake(to, task.teamId, teams)),
};
