import { NOBODY_REACHED, type Said } from '../ending.ts';
import type { Rule } from '../../rule.ts';

type Facts = { reason?: string; ending?: Said };

export const confirmationStated: Rule<Facts> = {
  name: 'confirmation-stated',
  says: 'Say whether the customer confirmed that it is solved.',
  strength: 'stops',
  from: ['R-249'],
  brokenBy: ({ reason, ending }) => reason !== NOBODY_REACHED && ending?.confirmed === undefined,
};
