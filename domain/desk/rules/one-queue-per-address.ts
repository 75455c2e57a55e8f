import type { Rule } from '../../rule.ts';

export const oneQueuePerAddress: Rule<{ addressIsOf?: string }> = {
  name: 'one-queue-per-address',
  says: 'Each address brings mail into one queue.',
  strength: 'stops',
  from: ['R-137'],
  brokenBy: ({ addressIsOf }) => addressIsOf !== undefined,
  because: ({ addressIsOf }) => `This one brings it into “${addressIsOf}”.`,
};
