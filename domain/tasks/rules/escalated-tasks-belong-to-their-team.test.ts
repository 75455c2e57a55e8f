import type { Actor } from '../../desk/role.ts';
import { examples } from '@firstline/testing/examples.ts';
import { TEAMS } from '../escalation-lists.ts';
import type { Task } from '../task.ts';
import { escalatedTasksBelongToTheirTeam } from './escalated-tasks-belong-to-their-team.ts';

const claimed = (status: Task['status'], teamId: string | undefined, ...roles: Actor['roles']) => ({ task: { status, teamId }, by: { roles }, teams: TEAMS });

examples(escalatedTasksBelongToTheirTeam, {
  breaks: [
    claimed('escalated', undefined),
    claimed('escalated', 'a team that left the list', 'agent'),
    claimed('escalated', 'account-team', 'administrator', 'agent'),
    claimed('escalated', 'account-team', 'back-office', 'reviewer'),
    claimed('escalated', 'supervisors', 'account-team'),
    claimed('escalated', undefined, 'agent'),
  ],
  keeps: [
    claimed('escalated', undefined, 'agent', 'account-team'),
    claimed('escalated', 'a team that left the list', 'account-team'),
    claimed('escalated', 'back-office', 'back-office'),
    claimed('escalated', 'back-office', 'supervisor'),
    claimed('escalated', 'account-team', 'manager'),
    claimed('waiting', undefined, 'agent'),
  ],
});
