import { tasks } from '@firstline/contract/tasks.ts';
import { isPast } from '@firstline/domain/moment.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** The clock only proposes: whoever was answered or closed meanwhile is left alone. */
export const checkTeamAnswer = command({
  spec: tasks.checkTeamAnswer,
  facts: async (read, { input }) => {
    const task = await read.take(taskStore, input.taskId);
    return task ? { task } : NOT_THERE;
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task: { id, status, queueId, teamId, answerBy } }, { now }) =>
    answerBy && status !== 'closed' ? [{ type: 'task.teamReminded', taskId: id, queueId, teamId, answerBy, isLate: isPast(answerBy, now) }] : [],
});
