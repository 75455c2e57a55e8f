import type { Rule } from '../../rule.ts';
import type { Draft } from '../draft.ts';
import { addressesIn, isNoReply } from '../no-reply.ts';

export const noReplyToNoReplyAddress: Rule<{ draft: Draft }> = {
  name: 'no-reply-to-no-reply-address',
  says: 'Nobody reads mail to a no-reply address. Send it to an address the customer reads.',
  strength: 'stops',
  from: ['R-138'],
  brokenBy: ({ draft }) => draft.channel === 'email' && isNoReply(draft.to),
  because: ({ draft }) => `${addressesIn(draft.to).filter(isNoReply).join(', ')} is such an address.`,
};
