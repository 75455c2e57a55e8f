import type { Task } from './task.ts';

/** Who holds a task and since when, as a sentence for somebody who wanted it. */
export const whoHolds = (task: Pick<Task, 'heldBy' | 'heldSince'>, by: { id: string }, holderName?: string): string => {
  const since = task.heldSince ? ` since ${saidTime(task.heldSince)}` : '';
  return task.heldBy === by.id ? `You hold it yourself${since}.` : `${holderName ?? 'A colleague'} has held it${since}.`;
};

/** A time in a sentence. Rules know nobody's time zone, so they name theirs. */
export const saidTime = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
