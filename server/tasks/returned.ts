import type { ReturnCause, Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

/** A held task goes back to where it came from, with everything that was written kept. */
export const returned = (task: Task, cause: ReturnCause): TaskEvent => ({
  type: 'task.returned',
  taskId: task.id,
  queueId: task.queueId,
  taskType: task.taskType,
  cause,
  from: task.heldBy ?? '',
  nowWaiting: !task.escalation,
});
