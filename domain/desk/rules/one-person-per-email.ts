import type { Rule } from '../../rule.ts';

export const onePersonPerEmail: Rule<{ emailIsOf?: string }> = {
  name: 'one-person-per-email',
  says: 'Each person signs in with an email address of their own.',
  strength: 'stops',
  from: ['R-017'],
  brokenBy: ({ emailIsOf }) => emailIsOf !== undefined,
  because: ({ emailIsOf }) => `It belongs to ${emailIsOf}.`,
};
