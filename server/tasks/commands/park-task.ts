import { tasks } from '@firstline/contract/tasks.ts';
import { later } from '@firstline/domain/moment.ts';
import { parking, type Parking } from '@firstline/domain/tasks/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { heldFor, type Held } from '../task-command.ts';

/** Waiting for the customer: the holder is free for other work, and the task comes back by itself. */
export const parkTask = command({
  spec: tasks.park,
  facts: async (read, { input, by, house }): Promise<(Parking & Held) | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const now = await read.now();
    const { policy } = await house(held.task.queueId);
    const until = input.until ? new Date(input.until).toISOString() : later(now, policy.parkHours * 3600);
    return { ...held, until, now };
  },
  queueOf: ({ task }) => task.queueId,
  rules: parking,
  decide: ({ task, until }, { by }) => [{ type: 'task.parked', taskId: task.id, queueId: task.queueId, from: by.id, until }],
});
