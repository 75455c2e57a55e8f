import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import { waitingChange } from '@firstline/domain/tasks/tally.ts';
import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** The counts follow the journal by its number: counters have no versions. What one may take is told by the desk alone. */
export const evolveBadges: Evolve<AnswerOf<'tasks.badges'>, unknown> = (badges, { seq, kind, event }) => {
  if (seq <= badges.seq) return { data: badges };
  if (CHANGES_WHAT_IS_OFFERED.has(event.type)) return { data: badges, again: 'soon' };
  const change = kind === 'task' ? waitingChange(event as unknown as TaskEvent) : undefined;
  if (!change || !badges.queueIds.includes(change.queueId)) return { data: badges };
  const { queueId, taskType, by } = change;
  if (badges.taskTypes && !taskType) return { data: badges, again: 'soon' };
  if (badges.taskTypes && taskType && !badges.taskTypes.includes(taskType)) return { data: badges };
  return { data: { ...badges, seq, waiting: { ...badges.waiting, [queueId]: Math.max(0, (badges.waiting[queueId] ?? 0) + by) } } };
};

const CHANGES_WHAT_IS_OFFERED = new Set(['house.listSet', 'queue.opened', 'queue.needsSet', 'person.skillsSet', 'person.queuesSet', 'person.rolesSet']);
