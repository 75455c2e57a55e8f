import type { Rule } from '../../rule.ts';

export const initialsAreUnique: Rule<{ initialsAreOf?: string }> = {
  name: 'initials-are-unique',
  says: 'Each person has initials of their own: they end every email and tell who wrote it.',
  strength: 'stops',
  from: ['R-144'],
  brokenBy: ({ initialsAreOf }) => initialsAreOf !== undefined,
  because: ({ initialsAreOf }) => `They belong to ${initialsAreOf}.`,
};
