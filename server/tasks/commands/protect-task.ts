import { tasks } from '@firstline/contract/tasks.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

export const protectTask = command({
  spec: tasks.protect,
  facts: async (read, { input }): Promise<{ task: Task } | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    return task ? { task } : NOT_THERE;
  },
  rules: [],
  decide: ({ task }, { input: { callId } }) =>
    task.status !== 'held' || task.protection?.calls.includes(callId) ? [] : [{ type: 'task.protected', taskId: task.id, callId }],
});
