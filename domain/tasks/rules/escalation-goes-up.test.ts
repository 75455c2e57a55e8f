import { examples } from '@firstline/testing/examples.ts';
import type { Role } from '../../desk/role.ts';
import { teamFor } from '../escalation.ts';
import { ESCALATION_TABLE, TEAMS } from '../escalation-lists.ts';
import { escalationGoesUp } from './escalation-goes-up.ts';

const to = (teamId: string | undefined, ...roles: Role[]) => ({ team: TEAMS.find(({ id }) => id === teamId), by: { roles }, teams: TEAMS });
const byTable = (category: string, ...roles: Role[]) => ({ ...to(undefined, ...roles), team: teamFor(category, { roles }, { teams: TEAMS, escalationTable: ESCALATION_TABLE }) });

examples(escalationGoesUp, {
  breaks: [to('account-team', 'account-team'), to('account-team', 'agent', 'supervisor'), to(undefined, 'agent'), byTable('billing', 'manager')],
  keeps: [
    to('account-team', 'agent'),
    to('managers', 'supervisor'),
    byTable('billing', 'agent'),
    byTable('billing', 'account-team'),
    byTable('nobody knows this kind', 'agent'),
  ],
});
