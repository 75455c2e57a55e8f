import type { Actor } from '../../desk/role.ts';
import type { Rule } from '../../rule.ts';
import { tierOf, type Team } from '../escalation.ts';

type Facts = { team?: Team; by: Pick<Actor, 'roles'>; teams: readonly Team[] };

export const escalationGoesUp: Rule<Facts> = {
  name: 'escalation-goes-up',
  says: 'An escalation goes to a team above your own.',
  strength: 'stops',
  always: true,
  from: ['R-212', 'R-225'],
  brokenBy: ({ team, by, teams }) => !team || team.tier <= tierOf(by, teams),
  because: ({ team }) => (team ? undefined : 'No team stands above you: this is yours to settle.'),
};
