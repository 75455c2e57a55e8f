import type { Rule } from '../../rule.ts';

export const noReplyInClosedThread: Rule<{ thread: 'open' | 'closed' }> = {
  name: 'no-reply-in-closed-thread',
  says: 'This thread is closed. Start a new one, or wait: it opens again when the customer writes.',
  strength: 'stops',
  from: ['R-145'],
  brokenBy: ({ thread }) => thread === 'closed',
};
