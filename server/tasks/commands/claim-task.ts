import { tasks } from '@firstline/contract/tasks.ts';
import { claiming, type Claiming } from '@firstline/domain/tasks/rules/index.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { freeSlot, heldNow, type HeldNow } from '../places.ts';
import { holderName, taskFor } from '../task-command.ts';

type Facts = Omit<Claiming, 'held'> & { task: Task; held: HeldNow[] };

export const claimTask = command({
  spec: tasks.claim,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const [task, held] = await Promise.all([taskFor(read, input.taskId, by), heldNow(read, by.id)]);
    if (task === NOT_THERE) return NOT_THERE;
    const rules = await house(task.queueId);
    return {
      task,
      by,
      held,
      holderName: await holderName(read, task, by),
      missing: missingSkills(task, by, rules),
      policy: rules.policy,
      teams: rules.lists.teams,
    };
  },
  queueOf: ({ task }) => task.queueId,
  rules: claiming,
  decide: ({ task, held }, { house }) => [
    {
      type: 'task.claimed',
      taskId: task.id,
      queueId: task.queueId,
      taskType: task.taskType,
      slot: freeSlot(held, house),
      wasWaiting: task.status === 'waiting',
    },
  ],
});
