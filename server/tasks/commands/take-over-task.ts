import { tasks } from '@firstline/contract/tasks.ts';
import type { Policy } from '@firstline/domain/policy.ts';
import { takingOver, type Taking } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { freeSlot, heldNow, type HeldNow } from '../places.ts';
import { taskFor } from '../task-command.ts';
import { withdrawn } from '../withdrawn.ts';

type Facts = Taking & { task: Task; held: HeldNow[]; policy: Policy };

/** First out of the one pair of hands, then into the other: a held task never has two holders. */
export const takeOverTask = command({
  spec: tasks.takeOver,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    return { task, by, held: await heldNow(read, by.id), policy: (await house(task.queueId)).policy };
  },
  queueOf: ({ task }) => task.queueId,
  rules: takingOver,
  decide: ({ task, held }, { input, house }) => [
    withdrawn(task, input.reason),
    { type: 'task.claimed', taskId: task.id, queueId: task.queueId, taskType: task.taskType, slot: freeSlot(held, house), wasWaiting: !task.escalation },
  ],
});
