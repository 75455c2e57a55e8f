import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

/** Somebody who leads takes a task out of its agent's hands; nothing written is lost by it. */
export const withdrawn = (task: Task, reason: string): TaskEvent => ({
  type: 'task.withdrawn',
  taskId: task.id,
  queueId: task.queueId,
  taskType: task.taskType,
  from: task.heldBy ?? task.parkedBy ?? '',
  nowWaiting: !task.escalation,
  personal: { reason: reason.trim() },
});

export const isInHands = ({ status }: Pick<Task, 'status'>): boolean => status === 'held' || status === 'parked';
