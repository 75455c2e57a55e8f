import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** A note calls upon this person: by whom, and for whom, only the desk can say. */
export const evolveMentions =
  (person: { id: string }): Evolve<AnswerOf<'tasks.mentions'>, unknown> =>
  (data, { event }) =>
    event.type === 'task.mentioned' && event.personId === person.id ? { data, again: 'now' } : { data };
