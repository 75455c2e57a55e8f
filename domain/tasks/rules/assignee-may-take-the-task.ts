import { leads, takesEscalations, type Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'queueId' | 'escalation'>; to: Pick<Actor, 'roles' | 'queueIds'> & { isActive: boolean } };

export const assigneeMayTakeTheTask: Rule<Facts> = {
  name: 'assignee-may-take-the-task',
  says: 'Give a task to somebody who is with us, serves its queue and may work on it.',
  strength: 'stops',
  always: true,
  from: ['R-051', 'R-328'],
  brokenBy: ({ task, to }) =>
    !to.isActive || !(leads(to) || to.queueIds.includes(task.queueId)) || ((task.status === 'escalated' || task.escalation !== undefined) && !takesEscalations(to)),
};
