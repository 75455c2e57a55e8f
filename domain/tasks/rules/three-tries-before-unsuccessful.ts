import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { CloseReason } from '../close-reason.ts';

type Facts = { reason?: CloseReason; attempts: number; uncounted?: number; policy: Pick<Policy, 'contactTries'> };

export const threeTriesBeforeUnsuccessful: Rule<Facts> = {
  name: 'three-tries-before-unsuccessful',
  says: 'Try often enough to reach the customer before you close as “Unsuccessful Contact”.',
  strength: 'stops',
  from: ['R-236'],
  brokenBy: ({ reason, attempts, policy }) => reason === 'unsuccessful-contact' && attempts < policy.contactTries,
  because: ({ attempts, uncounted, policy }) =>
    `${attempts} of ${policy.contactTries} are logged: try ${timesMore(policy.contactTries - attempts)}.${uncounted ? ' A mail counts once it has certainly left.' : ''}`,
};

const timesMore = (missing: number): string => (missing === 1 ? 'once more' : `${missing} more times`);
