import type { TaskEvent } from './task.ts';
import type { TaskType } from './task-type.ts';

/** One more or one less; the kind is not said of events from before it was asked. */
type WaitingChange = { queueId: string; taskType?: TaskType; by: 1 | -1 };

/** How an event changes the number of tasks that wait in a queue. Counted by the sealer, so no list is ever counted. */
export const waitingChange = (event: TaskEvent): WaitingChange | undefined => {
  switch (event.type) {
    case 'task.opened':
    case 'task.handedBack':
      return changed(event, 1);
    case 'task.claimed':
    case 'task.assigned':
    case 'task.escalated':
      return event.wasWaiting ? changed(event, -1) : undefined;
    case 'task.returned':
    case 'task.cameBack':
    case 'task.claimUndone':
    case 'task.withdrawn':
      return event.nowWaiting ? changed(event, 1) : undefined;
    default:
      return undefined;
  }
};

const changed = ({ queueId, taskType }: { queueId: string; taskType?: TaskType }, by: 1 | -1): WaitingChange => ({ queueId, ...(taskType && { taskType }), by });

/** What the counter of a queue is called that counts all that waits there, or one kind of it: not everybody may take every kind. */
export const waitingName = (taskType?: TaskType): string => (taskType ? `waiting ${taskType}` : 'waiting');
