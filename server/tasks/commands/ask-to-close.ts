import { tasks } from '@firstline/contract/tasks.ts';
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
    const isAsked = last && task.closingAsked && Date.parse(task.closingAsked) >= Date.parse(last.at);
    if (task.status !== 'held' || task.protection || !task.firstContact || !last?.ours || isAsked) return [];
    const isDue = Date.parse(last.at) + policy.closePromptMinutes * 60_000 <= Date.parse(now);
    return isDue ? [{ type: 'task.closingAsked', taskId: task.id }] : [];
  },
});
