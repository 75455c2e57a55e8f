import { examples } from '@firstline/testing/examples.ts';
import type { Actor } from '../../desk/role.ts';
import type { TaskType } from '../task-type.ts';
import { complaintsEscalate } from './complaints-escalate.ts';

const closed = (taskType: TaskType, ...roles: Actor['roles']) => ({ task: { taskType }, by: { roles } });

examples(complaintsEscalate, {
  breaks: [
    closed('complaint'),
    closed('complaint', 'system'),
    closed('complaint', 'agent', 'administrator'),
    closed('complaint', 'back-office'),
    closed('complaint', 'agent'),
  ],
  keeps: [
    closed('complaint', 'agent', 'account-team'),
    closed('complaint', 'supervisor'),
    closed('complaint', 'manager'),
    closed('urgent-appointment', 'agent'),
  ],
});
