import type { Rule } from '../../rule.ts';
import { endsWithInitials, type Draft } from '../draft.ts';

export const initialsEndAnEmail: Rule<{ draft: Draft; body: string; initials: string }> = {
  name: 'initials-end-an-email',
  says: 'Every email ends with the initials of its writer.',
  strength: 'stops',
  from: ['R-144'],
  brokenBy: ({ draft, body, initials }) => draft.channel === 'email' && !endsWithInitials(body, initials),
  because: ({ initials }) =>
    initials.trim() ? `${initials.trim()} is missing below the text.` : 'Your account has none: ask an administrator for them.',
};
