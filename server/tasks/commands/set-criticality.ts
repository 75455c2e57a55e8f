import { tasks } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { offered } from '@firstline/domain/desk/list-item.ts';
import { rankIn, type Criticality } from '@firstline/domain/tasks/criticality.ts';
import { ranking } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskFor } from '../task-command.ts';

type Facts = { task: Task; by: Actor; reason?: string; to: Criticality };

/** Whoever sees a task may say so, holder or not: it concerns where it stands in the queue, not the work on it. */
export const setCriticality = command({
  spec: tasks.setCriticality,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const to = offered((await house(task.queueId)).lists.criticality).find(({ id }) => id === input.criticality);
    return to ? { task, by, reason: input.reason?.trim(), to } : NOT_THERE;
  },
  queueOf: ({ task }) => task.queueId,
  rules: ranking,
  decide: ({ task, reason, to }, { house }) => {
    if (to.id === task.criticality || task.status === 'closed') return [];
    const rank = rankIn(house.lists, { ...task, criticality: to.id });
    return [{ type: 'task.criticalitySet', taskId: task.id, queueId: task.queueId, criticality: to.id, rank, personal: { ...(reason && { reason }) } }];
  },
});
