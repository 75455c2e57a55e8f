import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

export const aComplaintStaysWithItsTeam: Rule<{ task: Pick<Task, 'taskType'> }> = {
  name: 'a-complaint-stays-with-its-team',
  says: 'A complaint stays with the team until it is settled. Resolve it, or escalate it further.',
  strength: 'stops',
  from: ['R-216'],
  brokenBy: ({ task }) => task.taskType === 'complaint',
};
