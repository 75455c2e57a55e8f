import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Pool } from 'pg';

const KEPT_MS = 5000;

type Known = { actor: Promise<Actor | undefined>; personId?: string; until: number };

/** Who stands behind which cookie, kept for a moment: every request asks. */
export type KnownSessions = {
  find: (cookie: string, look: () => Promise<Actor | undefined>) => Promise<Actor | undefined>;
  forgetCookie: (cookie: string) => void;
  forgetPerson: (personId: string) => void;
};

const ofPool = new WeakMap<Pool, KnownSessions>();

export const knownSessions = (pool: Pool): KnownSessions => {
  const known = ofPool.get(pool) ?? makeKnownSessions();
  ofPool.set(pool, known);
  return known;
};

export const makeKnownSessions = (clock: () => number = Date.now): KnownSessions => {
  const known = new Map<string, Known>();

  // Oldest first, so one step more than comes in keeps the list short.
  const dropOld = (now: number): void => {
    for (const [cookie, { until }] of known) {
      if (until > now) return;
      known.delete(cookie);
    }
  };

  return {
    find: (cookie, look) => {
      const now = clock();
      const kept = known.get(cookie);
      if (kept && kept.until > now) return kept.actor;
      dropOld(now);
      known.delete(cookie);
      const entry: Known = { actor: look(), until: now + KEPT_MS };
      known.set(cookie, entry);
      const forget = () => void (known.get(cookie) === entry && known.delete(cookie));
      // What is not there is not kept: strangers would fill the list, and a question that failed is asked again.
      entry.actor.then((actor) => (actor ? (entry.personId = actor.id) : forget()), forget);
      return entry.actor;
    },
    forgetCookie: (cookie) => void known.delete(cookie),
    // An answer on its way may be older than what happened, so those that are not there yet go too.
    forgetPerson: (personId) => {
      for (const [cookie, entry] of known) if ((entry.personId ?? personId) === personId) known.delete(cookie);
    },
  };
};
