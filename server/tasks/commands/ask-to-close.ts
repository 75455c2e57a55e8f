import { tasks } from '@firstline/contract/tasks.ts';
import { isPast, later } from '@firstline/domain/moment.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { lastContact } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

type Facts = { task: Task; last?: { at: string; ours: boolean }; now: string };

/** The clock only proposes; this looks again. Who has a customer's word to answer is not asked to close. */
export const askToClose = command({
  spec: tasks.askToClose,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    return task ? { task, last: await lastContact(read, task.conversationId), now: await read.now() } : NOT_THERE;
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task, last, now }, { house: { policy } }) => {
    const isAsked = last && task.closingAsked && isPast(last.at, task.closingAsked);
    if (task.status !== 'held' || task.protection || !task.firstContact || !last?.ours || isAsked) return [];
    return isPast(later(last.at, policy.closePromptMinutes * 60), now) ? [{ type: 'task.closingAsked', taskId: task.id }] : [];
  },
});
