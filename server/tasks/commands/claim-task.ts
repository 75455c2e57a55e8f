import { tasks } from '@firstline/contract/tasks.ts';
import { levelOf } from '@firstline/domain/rule.ts';
import { claiming, type Claiming } from '@firstline/domain/tasks/rules/index.ts';
import { oneTaskAtATime } from '@firstline/domain/tasks/rules/one-task-at-a-time.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { holderName, taskFor } from '../task-command.ts';

type Facts = Omit<Claiming, 'held'> & { task: Task; held: { id: string; subject: string; slot: number }[] };

export const claimTask = command({
  spec: tasks.claim,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const { policy } = await house(task.queueId);
    const held = await read.rows<Facts['held'][number]>(
      `select id, subject, slot from tasks where held_by = $1 and status = 'held' order by slot`,
      [by.id],
    );
    return { task, by, held, holderName: await holderName(read, task, by), policy };
  },
  queueOf: ({ task }) => task.queueId,
  rules: claiming,
  decide: ({ task, held, policy }, { house }) => {
    const most = levelOf(oneTaskAtATime, house.levels) === 'enforced' ? policy.tasksPerAgent : Infinity;
    return [
      {
        type: 'task.claimed',
        taskId: task.id,
        queueId: task.queueId,
        slot: freeSlot(held, most),
        wasWaiting: task.status === 'waiting',
      },
    ];
  },
});

/** Beyond the last place allowed there is no other: the schema then refuses what the rule let pass. */
const freeSlot = (held: readonly { slot: number }[], most: number): number => {
  const taken = new Set(held.map(({ slot }) => slot));
  let slot = 1;
  while (taken.has(slot) && slot < most) slot += 1;
  return slot;
};
