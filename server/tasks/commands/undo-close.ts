import { tasks } from '@firstline/contract/tasks.ts';
import { undoingClose, type UndoingClose } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { conversationStore } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { freeSlot, heldNow, type HeldNow } from '../places.ts';
import { taskFor } from '../task-command.ts';

type Facts = Omit<UndoingClose, 'held'> & { task: Task; held: HeldNow[]; thread?: 'open' | 'closed' };

/** Into the same hands again, with its thread open as it was. A mail that went out at the close stays out. */
export const undoClose = command({
  spec: tasks.undoClose,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await taskFor(read, input.taskId, by);
    if (task === NOT_THERE) return NOT_THERE;
    const { policy } = await house(task.queueId);
    const conversation = await read.take(conversationStore, task.conversationId);
    const newer = await read.rows(`select 1 from tasks where conversation_id = $1 and status <> 'closed'`, [task.conversationId]);
    return {
      task,
      by,
      held: await heldNow(read, by.id),
      newerTask: task.status === 'closed' && newer.length > 0,
      now: await read.now(),
      policy,
      thread: conversation?.status,
    };
  },
  queueOf: ({ task }) => task.queueId,
  rules: undoingClose,
  decide: ({ task, held, thread }, { house }) => [
    { type: 'task.closeUndone', taskId: task.id, queueId: task.queueId, slot: freeSlot(held, house) },
    ...(thread === 'closed' ? [{ type: 'conversation.reopened' as const, conversationId: task.conversationId }] : []),
  ],
});
