import type { Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import { givenOf, mostFor, type AuthorityLimit, type Grant, type GrantKind } from '../authority.ts';

type Facts = {
  task: { grants?: readonly Grant[] };
  by: Pick<Actor, 'roles'>;
  grant: { kind: GrantKind; amount: number };
  authorityLimits: readonly AuthorityLimit[];
};

export const withinOnesAuthority: Rule<Facts> = {
  name: 'within-ones-authority',
  says: 'This is more than you may give. Escalate it: the team above may.',
  strength: 'stops',
  from: ['R-218'],
  // What was given before counts too, or a large sum would go out in small ones. Cents are compared as whole numbers.
  brokenBy: ({ task, by, grant, authorityLimits }) =>
    cents(givenOf(task.grants, grant.kind) + grant.amount) > cents(mostFor(by, grant.kind, authorityLimits)),
  because: ({ task, by, grant, authorityLimits }) => {
    const given = givenOf(task.grants, grant.kind);
    return `You may give up to ${mostFor(by, grant.kind, authorityLimits)} on one task${given > 0 ? `; ${given} is given already` : ''}.`;
  },
};

const cents = (amount: number): number => Math.round(amount * 100);
