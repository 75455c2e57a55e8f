import type { TaskEvent } from './task.ts';

/** How an event changes the number of tasks that wait in a queue. Counted by the sealer, so no list is ever counted. */
export const waitingChange = (event: TaskEvent): { queueId: string; by: 1 | -1 } | undefined => {
  switch (event.type) {
    case 'task.opened':
      return { queueId: event.queueId, by: 1 };
    case 'task.claimed':
    case 'task.assigned':
    case 'task.escalated':
      return event.wasWaiting ? { queueId: event.queueId, by: -1 } : undefined;
    case 'task.handedBack':
      return { queueId: event.queueId, by: 1 };
    case 'task.returned':
    case 'task.cameBack':
    case 'task.claimUndone':
    case 'task.withdrawn':
      return event.nowWaiting ? { queueId: event.queueId, by: 1 } : undefined;
    default:
      return undefined;
  }
};
