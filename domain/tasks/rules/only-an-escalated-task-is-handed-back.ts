import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

export const onlyAnEscalatedTaskIsHandedBack: Rule<{ task: Pick<Task, 'escalation'> }> = {
  name: 'only-an-escalated-task-is-handed-back',
  says: 'Only a task that was escalated is handed back. Put this one back into its queue.',
  strength: 'stops',
  always: true,
  from: ['R-219'],
  brokenBy: ({ task }) => !task.escalation,
};
