import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = {
  task: Pick<Task, 'status' | 'viewed' | 'firstContact'>;
  /** What has come of the mails written since the claim. */
  wrote?: readonly unknown[];
};

export const summaryReadBeforeContact: Rule<Facts> = {
  name: 'summary-read-before-contact',
  says: 'Read the summary before you contact the customer: it saves asking what they have told us.',
  strength: 'warns',
  from: ['R-067'],
  // It is said once: at the first try, whatever comes of it.
  brokenBy: ({ task, wrote = [] }) => task.status === 'held' && !task.viewed?.summary && !task.firstContact && wrote.length === 0,
};
