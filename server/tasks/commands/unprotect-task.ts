import { tasks } from '@firstline/contract/tasks.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { signOfLife, taskStore } from '../stores.ts';

/** The end of a call is its agent's newest sign of life, so the time begins from zero. */
export const unprotectTask = command({
  spec: tasks.unprotect,
  facts: async (read, { input }) => (await read.take(taskStore, input.taskId)) ?? NOT_THERE,
  rules: [],
  decide: (task, { input: { callId } }) =>
    task.protection?.calls.includes(callId) ? [{ type: 'task.unprotected', taskId: task.id, callId }] : [],
  soft: (task, { now }) => (task.heldBy && task.protection ? [signOfLife(task.id, task.heldBy, now)] : []),
});
