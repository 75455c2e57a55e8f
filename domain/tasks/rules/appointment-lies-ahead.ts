import { secondsFrom } from '../../moment.ts';
import type { Rule } from '../../rule.ts';

export const appointmentLiesAhead: Rule<{ startsAt: string; now: string }> = {
  name: 'appointment-lies-ahead',
  says: 'Choose a time for the appointment that is still to come.',
  strength: 'stops',
  from: ['R-237'],
  brokenBy: ({ startsAt, now }) => !(secondsFrom(now, startsAt) > 0),
};
