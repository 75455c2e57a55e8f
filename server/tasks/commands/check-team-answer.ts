import { tasks } from '@firstline/contract/tasks.ts';
import { isPast } from '@firstline/domain/moment.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** The clock only proposes: whoever was answered or closed meanwhile is left alone. */
export const checkTeamAnswer = command({
  spec: tasks.checkTeamAnswer,
  facts: async (read, { input }) => (await read.take(taskStore, input.taskId)) ?? NOT_THERE,
  queueOf: ({ queueId }) => queueId,
  rules: [],
  decide: ({ id, status, queueId, teamId, answerBy }, { now }) =>
    answerBy && status !== 'closed' ? [{ type: 'task.teamReminded', taskId: id, queueId, teamId, answerBy, isLate: isPast(answerBy, now) }] : [],
});
