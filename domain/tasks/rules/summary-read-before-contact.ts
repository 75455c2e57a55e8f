import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

export const summaryReadBeforeContact: Rule<{ task: Pick<Task, 'status' | 'viewed' | 'firstContact'> }> = {
  name: 'summary-read-before-contact',
  says: 'Read the summary before you contact the customer: it saves asking what they have told us.',
  strength: 'warns',
  from: ['R-067'],
  // After the first contact it has been said once, and the customer will have told the rest.
  brokenBy: ({ task }) => task.status === 'held' && !task.viewed?.summary && !task.firstContact,
};
