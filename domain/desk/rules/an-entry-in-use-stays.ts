import type { Rule } from '../../rule.ts';

type Facts = { stillUsed: readonly { label: string }[] };

export const anEntryInUseStays: Rule<Facts> = {
  name: 'an-entry-in-use-stays',
  says: 'Retire an entry that is in use: it is no longer offered, and what was marked with it keeps its name.',
  strength: 'stops',
  from: ['R-327'],
  brokenBy: ({ stillUsed }) => stillUsed.length > 0,
  because: ({ stillUsed }) => `In use: ${stillUsed.map(({ label }) => `“${label}”`).join(', ')}.`,
};
