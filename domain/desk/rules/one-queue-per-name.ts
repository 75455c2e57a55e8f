import type { Rule } from '../../rule.ts';

export const oneQueuePerName: Rule<{ nameIsTaken: boolean }> = {
  name: 'one-queue-per-name',
  says: 'Each queue has a name of its own.',
  strength: 'stops',
  from: ['R-060'],
  brokenBy: ({ nameIsTaken }) => nameIsTaken,
};
