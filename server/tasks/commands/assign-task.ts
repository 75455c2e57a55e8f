import { tasks } from '@firstline/contract/tasks.ts';
import { assigning, type Assigning } from '@firstline/domain/tasks/rules/index.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { personFor } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { freeSlot, heldNow, type HeldNow } from '../places.ts';
import { taskFor } from '../task-command.ts';
import { isInHands, withdrawn } from '../withdrawn.ts';

type Facts = Omit<Assigning, 'held'> & { task: Task; held: HeldNow[] };

export const assignTask = command({
  spec: tasks.assign,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    const to = await personFor(read, input.to);
    if (task === NOT_THERE || !to) return NOT_THERE;
    const rules = await house(task.queueId);
    return { task, to, teams: rules.lists.teams, held: await heldNow(read, to.id), missing: missingSkills(task, to, rules), policy: rules.policy };
  },
  queueOf: ({ task }) => task.queueId,
  rules: assigning,
  decide: ({ task, to, held }, { input, house }) => [
    ...(isInHands(task) ? [withdrawn(task, input.reason)] : []),
    {
      type: 'task.assigned',
      taskId: task.id,
      queueId: task.queueId,
      taskType: task.taskType,
      to: to.id,
      slot: freeSlot(held, house),
      wasWaiting: isInHands(task) ? !task.escalation : task.status === 'waiting',
      personal: { reason: input.reason.trim() },
    },
  ],
});
