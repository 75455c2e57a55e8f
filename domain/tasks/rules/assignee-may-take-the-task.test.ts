import { examples } from '@firstline/testing/examples.ts';
import type { Role } from '../../desk/role.ts';
import { assigneeMayTakeTheTask } from './assignee-may-take-the-task.ts';

const who = (roles: Role[], queueIds = ['q1'], isActive = true) => ({ roles, queueIds, isActive });
const task = { status: 'held' as const, queueId: 'q1' };
const escalated = { ...task, status: 'escalated' as const };

examples(assigneeMayTakeTheTask, {
  breaks: [
    { task, to: who(['agent'], ['q1'], false) },
    { task, to: who(['agent'], ['q2']) },
    { task: escalated, to: who(['agent']) },
    { task: { ...task, escalation: { category: 'other', issue: 'x', by: 'ana', at: '' } }, to: who(['agent']) },
  ],
  keeps: [
    { task, to: who(['agent']) },
    { task, to: who(['supervisor'], []) },
    { task: escalated, to: who(['account-team']) },
  ],
});
