import { tasks } from '@firstline/contract/tasks.ts';
import { undoingClaim, type UndoingClaim } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { holderName, taskFor } from '../task-command.ts';

export const undoClaim = command({
  spec: tasks.undoClaim,
  facts: async (read, { input, by, house }): Promise<(UndoingClaim & { task: Task }) | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const { policy } = await house(task.queueId);
    return { task, by, holderName: await holderName(read, task, by), now: await read.now(), policy };
  },
  queueOf: ({ task }) => task.queueId,
  rules: undoingClaim,
  decide: ({ task }, { by }) => [
    { type: 'task.claimUndone', taskId: task.id, queueId: task.queueId, from: by.id, nowWaiting: !task.escalation },
  ],
});
