import type { Rule } from '../../rule.ts';

export const onlyListedRulesAreSet: Rule<{ mayBeSet: boolean }> = {
  name: 'only-listed-rules-are-set',
  says: 'Choose a rule from the list. Those that keep the desk itself in order always hold.',
  strength: 'stops',
  from: ['R-327'],
  brokenBy: ({ mayBeSet }) => !mayBeSet,
};
