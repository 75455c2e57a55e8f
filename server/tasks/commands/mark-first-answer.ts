import { tasks } from '@firstline/contract/tasks.ts';
import { isPast } from '@firstline/domain/moment.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** A customer had their first answer, on whatever channel. */
export const markFirstAnswer = command({
  spec: tasks.markFirstAnswer,
  facts: async (read, { input }) => (await read.take(taskStore, input.taskId)) ?? NOT_THERE,
  queueOf: ({ queueId }) => queueId,
  rules: [],
  decide: (task, { input }) =>
    task.answeredAt
      ? []
      : [{ type: 'task.firstAnswered', taskId: task.id, queueId: task.queueId, inTime: !task.answerDueAt || isPast(input.at, task.answerDueAt) }],
});
