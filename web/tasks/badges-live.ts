import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import { waitingChange } from '@firstline/domain/tasks/tally.ts';
import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** The counts follow the journal by its number: counters have no versions. */
export const evolveBadges: Evolve<AnswerOf<'tasks.badges'>, unknown> = (badges, { seq, kind, event }) => {
  if (kind !== 'task' || seq <= badges.seq) return { data: badges };
  const change = waitingChange(event as unknown as TaskEvent);
  if (!change) return { data: badges };
  const waiting = { ...badges.waiting, [change.queueId]: Math.max(0, (badges.waiting[change.queueId] ?? 0) + change.by) };
  return { data: { seq, waiting } };
};
