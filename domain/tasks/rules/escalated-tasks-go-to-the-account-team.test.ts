import type { Actor } from '../../desk/role.ts';
import { examples } from '@firstline/testing/examples.ts';
import type { Task } from '../task.ts';
import { escalatedTasksGoToTheAccountTeam } from './escalated-tasks-go-to-the-account-team.ts';

const claimed = (status: Task['status'], ...roles: Actor['roles']) => ({ task: { status }, by: { roles } });

examples(escalatedTasksGoToTheAccountTeam, {
  breaks: [
    claimed('escalated'),
    claimed('escalated', 'administrator', 'agent'),
    claimed('escalated', 'back-office', 'reviewer'),
    claimed('escalated', 'agent'),
  ],
  keeps: [
    claimed('escalated', 'agent', 'account-team'),
    claimed('escalated', 'supervisor'),
    claimed('escalated', 'manager'),
    claimed('waiting', 'agent'),
  ],
});
