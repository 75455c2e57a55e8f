import { leads, type Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';

type Facts = { by: Pick<Actor, 'roles'>; reason?: string };

export const anotherCriticalityHasItsReason: Rule<Facts> = {
  name: 'another-criticality-has-its-reason',
  says: 'Write why this task is more or less critical than it was taken for: colleagues wait behind it.',
  strength: 'stops',
  from: ['R-045'],
  brokenBy: ({ by, reason = '' }) => !leads(by) && reason.trim() === '',
};
