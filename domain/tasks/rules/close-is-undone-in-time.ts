import { secondsFrom } from '../../moment.ts';
import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'status' | 'closedAt'>; now: string; policy: Pick<Policy, 'undoCloseSeconds'> };

export const closeIsUndoneInTime: Rule<Facts> = {
  name: 'close-is-undone-in-time',
  says: 'A close is taken back only shortly after it. When the customer writes again, a new task opens by itself.',
  strength: 'stops',
  from: ['R-079'],
  brokenBy: ({ task, now, policy }) =>
    task.status !== 'closed' || !task.closedAt || secondsFrom(task.closedAt, now) > policy.undoCloseSeconds,
  because: ({ task }) => (task.status === 'closed' ? undefined : 'It is not closed.'),
};
