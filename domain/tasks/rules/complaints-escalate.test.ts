import { examples } from '@firstline/testing/examples.ts';
import type { Actor } from '../../desk/role.ts';
import { TEAMS } from '../escalation-lists.ts';
import type { TaskType } from '../task-type.ts';
import { complaintsEscalate } from './complaints-escalate.ts';

const closed = (taskType: TaskType, ...roles: Actor['roles']) => ({ task: { taskType }, by: { roles }, teams: TEAMS });
const wentTo = (teamId: string, ...roles: Actor['roles']) => ({ task: { taskType: 'complaint', teamId }, by: { roles }, teams: TEAMS });

examples(complaintsEscalate, {
  breaks: [
    closed('complaint'),
    closed('complaint', 'system'),
    closed('complaint', 'agent', 'administrator'),
    closed('complaint', 'back-office'),
    closed('complaint', 'agent'),
    wentTo('supervisors', 'account-team'),
  ],
  keeps: [
    closed('complaint', 'agent', 'account-team'),
    closed('complaint', 'supervisor'),
    closed('complaint', 'manager'),
    wentTo('back-office', 'back-office'),
    closed('urgent-appointment', 'agent'),
  ],
});
