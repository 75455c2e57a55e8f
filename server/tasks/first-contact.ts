import { isPast, secondsFrom } from '@firstline/domain/moment.ts';
import type { TaskPart } from '@firstline/domain/tasks/holding-facts.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

const PARTS: readonly TaskPart[] = ['summary', 'subTasks', 'conversation'];

/** A try by hand is the first contact since the claim: how long it took, and what had been read by then. A mail is one once it has left. */
export const firstContact = (task: Pick<Task, 'id' | 'heldSince' | 'firstContact' | 'viewed'>, now: string): TaskEvent[] =>
  task.firstContact ? [] : [{ type: 'task.contacted', taskId: task.id, seconds: secondsSince(task.heldSince ?? now, now), read: readBy(task, now) }];

export const secondsSince = (since: string, at: string): number => Math.max(0, Math.round(secondsFrom(since, at)));

export const readBy = ({ viewed }: Pick<Task, 'viewed'>, at: string): TaskPart[] => PARTS.filter((part) => isPast(viewed?.[part], at));
