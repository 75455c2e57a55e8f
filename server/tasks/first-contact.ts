import { secondsFrom } from '@firstline/domain/moment.ts';
import type { TaskPart } from '@firstline/domain/tasks/holding-facts.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

const PARTS: readonly TaskPart[] = ['summary', 'subTasks', 'conversation'];

/** The first contact since the claim, on whatever channel: how long it took, and what had been read by then. */
export const firstContact = (task: Pick<Task, 'id' | 'heldSince' | 'firstContact' | 'viewed'>, now: string): TaskEvent[] => {
  if (task.firstContact) return [];
  const seconds = Math.max(0, Math.round(secondsFrom(task.heldSince ?? now, now)));
  return [{ type: 'task.contacted', taskId: task.id, seconds, read: PARTS.filter((part) => task.viewed?.[part]) }];
};
