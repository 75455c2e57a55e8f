import type { MessageState } from '../../conversations/message.ts';
import { secondsFrom } from '../../moment.ts';
import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../task.ts';

type Facts = {
  task: Pick<Task, 'heldSince' | 'firstContact'>;
  /** What has come of the mails written since the claim. */
  wrote?: readonly MessageState[];
  now: string;
  policy: Pick<Policy, 'undoClaimSeconds'>;
};

export const claimIsUndoneAtOnce: Rule<Facts> = {
  name: 'claim-is-undone-at-once',
  says: 'A claim is taken back at once, before anything was done. Close the task instead: it goes back to the queue.',
  strength: 'stops',
  from: ['R-079'],
  brokenBy: (facts) => contact(facts) !== undefined || secondsFrom(facts.task.heldSince ?? facts.now, facts.now) > facts.policy.undoClaimSeconds,
  because: (facts) => contact(facts),
};

const contact = ({ task, wrote = [] }: Facts): string | undefined => {
  if (task.firstContact || wrote.includes('sent')) return 'The customer has been contacted already.';
  if (wrote.includes('queued')) return 'A mail to the customer is on its way.';
  return wrote.includes('unknown') ? 'A mail may have reached the customer.' : undefined;
};
