import { secondsFrom } from '../../moment.ts';
import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'heldSince' | 'firstContact'>; now: string; policy: Pick<Policy, 'undoClaimSeconds'> };

export const claimIsUndoneAtOnce: Rule<Facts> = {
  name: 'claim-is-undone-at-once',
  says: 'A claim is taken back at once, before anything was done. Close the task instead: it goes back to the queue.',
  strength: 'stops',
  from: ['R-079'],
  brokenBy: ({ task, now, policy }) =>
    task.firstContact !== undefined || secondsFrom(task.heldSince ?? now, now) > policy.undoClaimSeconds,
  because: ({ task }) => (task.firstContact ? 'The customer has been contacted already.' : undefined),
};
