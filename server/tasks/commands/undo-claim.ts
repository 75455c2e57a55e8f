import { tasks } from '@firstline/contract/tasks.ts';
import { undoingClaim, type UndoingClaim } from '@firstline/domain/tasks/rules/index.ts';
import { mailsSince } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { heldFor, type Held } from '../task-command.ts';

export const undoClaim = command({
  spec: tasks.undoClaim,
  facts: async (read, { input, by, house }): Promise<(UndoingClaim & Held) | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const { conversationId, heldSince, queueId } = held.task;
    const { policy } = await house(queueId);
    const wrote = heldSince ? await mailsSince(read, { conversationId, by: by.id, since: heldSince }) : [];
    return { ...held, wrote, now: await read.now(), policy };
  },
  queueOf: ({ task }) => task.queueId,
  rules: undoingClaim,
  decide: ({ task }, { by }) => [
    { type: 'task.claimUndone', taskId: task.id, queueId: task.queueId, taskType: task.taskType, from: by.id, nowWaiting: !task.escalation },
  ],
});
