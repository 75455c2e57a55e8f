import { secondsFrom } from '../../moment.ts';
import type { Rule } from '../../rule.ts';

const LONGEST_DAYS = 90;

export const parkUntilATimeAhead: Rule<{ until: string; now: string }> = {
  name: 'park-until-a-time-ahead',
  says: `Choose a time that is still to come, within ${LONGEST_DAYS} days: a task without one would be forgotten.`,
  strength: 'stops',
  always: true,
  from: ['R-056'],
  brokenBy: ({ until, now }) => {
    const ahead = secondsFrom(now, until);
    return !(ahead > 0 && ahead <= LONGEST_DAYS * 86_400);
  },
};
