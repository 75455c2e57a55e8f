import { tasks } from '@firstline/contract/tasks.ts';
import { answerState } from '@firstline/domain/tasks/answer-target.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** The clock only proposes: whoever was answered meanwhile is late for nothing. */
export const checkFirstAnswer = command({
  spec: tasks.checkFirstAnswer,
  facts: async (read, { input }) => (await read.take(taskStore, input.taskId)) ?? NOT_THERE,
  queueOf: ({ queueId }) => queueId,
  rules: [],
  decide: (task, { now, house }) => {
    const state = answerState(task, now, house.policy);
    if (!task.answerDueAt || !state || state === 'in-time' || state === task.answerMark) return [];
    return [{ type: 'task.firstAnswerMarked', taskId: task.id, queueId: task.queueId, mark: state, dueAt: task.answerDueAt }];
  },
});
