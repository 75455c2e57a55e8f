import { examples } from '@firstline/testing/examples.ts';
import type { Role } from '../../desk/role.ts';
import { TEAMS } from '../escalation-lists.ts';
import { assigneeMayTakeTheTask } from './assignee-may-take-the-task.ts';

const who = (roles: Role[], queueIds = ['q1'], isActive = true) => ({ roles, queueIds, isActive });
const teams = TEAMS;
const task = { status: 'held' as const, queueId: 'q1' };
const escalated = { ...task, status: 'escalated' as const };
const toBackOffice = { ...escalated, teamId: 'back-office' };

examples(assigneeMayTakeTheTask, {
  breaks: [
    { teams, task, to: who(['agent'], ['q1'], false) },
    { teams, task, to: who(['agent'], ['q2']) },
    { teams, task: escalated, to: who(['agent']) },
    { teams, task: toBackOffice, to: who(['account-team']) },
    { teams, task: { ...task, escalation: { category: 'other', issue: 'x', by: 'ana', at: '' } }, to: who(['agent']) },
  ],
  keeps: [
    { teams, task, to: who(['agent']) },
    { teams, task, to: who(['supervisor'], []) },
    { teams, task: escalated, to: who(['account-team']) },
    { teams, task: toBackOffice, to: who(['back-office']) },
  ],
});
