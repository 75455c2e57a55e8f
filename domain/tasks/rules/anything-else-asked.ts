import { NOBODY_REACHED, type Said } from '../ending.ts';
import type { Rule } from '../../rule.ts';

type Facts = { reason?: string; ending?: Said };

export const anythingElseAsked: Rule<Facts> = {
  name: 'anything-else-asked',
  says: 'Ask whether there is anything else, and thank the customer for their time.',
  strength: 'warns',
  from: ['R-248'],
  brokenBy: ({ reason, ending }) => reason !== NOBODY_REACHED && ending?.thanked !== true,
};
