import { tasks } from '@firstline/contract/tasks.ts';
import { handingBack } from '@firstline/domain/tasks/rules/index.ts';
import { command } from '../../platform/command.ts';
import { heldFor } from '../task-command.ts';

export const handBackTask = command({
  spec: tasks.handBack,
  facts: (read, { input, by }) => heldFor(read, input.taskId, by),
  queueOf: ({ task }) => task.queueId,
  rules: handingBack,
  decide: ({ task }, { input, newId }) => [
    { type: 'task.handedBack', taskId: task.id, queueId: task.queueId, taskType: task.taskType, noteId: newId(), personal: { remark: input.remark.trim() } },
  ],
});
