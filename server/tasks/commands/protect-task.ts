import { tasks } from '@firstline/contract/tasks.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

export const protectTask = command({
  spec: tasks.protect,
  facts: async (read, { input }) => (await read.take(taskStore, input.taskId)) ?? NOT_THERE,
  rules: [],
  decide: (task, { input: { callId } }) =>
    task.status !== 'held' || task.protection?.calls.includes(callId) ? [] : [{ type: 'task.protected', taskId: task.id, callId }],
});
