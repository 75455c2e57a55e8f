import type { Desk } from '../platform/desk.ts';
import type { Tail } from '../platform/tail.ts';
import { forgetHouse } from './house-of.ts';
import { knownSessions } from './sign-in/known-sessions.ts';

/** What happens to a person without touching what they may do. */
const HARMLESS = new Set(['person.added', 'person.invited', 'token.made']);

/**
 * Drops what this node remembers as soon as the journal tells that it changed. `cut` hears of people whose rights
 * changed, after they are forgotten: their streams end, and come back with what they may hear now.
 */
export const deskCaches = (desk: Desk, tail: Tail, cut: (personId: string) => void = () => undefined): (() => void) => {
  const sessions = knownSessions(desk.pool);
  return tail.listen((run) => {
    for (const { subject, subject_id, type } of run) {
      if (subject === 'house' || subject === 'queue') forgetHouse(desk);
      if ((subject !== 'person' && subject !== 'token') || HARMLESS.has(type)) continue;
      sessions.forgetPerson(subject_id);
      cut(subject_id);
    }
  });
};
