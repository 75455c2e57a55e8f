import { evolveOwnDesk, type OwnDeskEvent } from '@firstline/domain/tasks/own-desk.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** What one arranges on one machine is so on the others. */
export const evolveOwn: Evolve<AnswerOf<'tasks.own'>, unknown> = (own, { kind, id, event }) => {
  if (kind !== 'own' || id !== own.id || event.version <= own.version) return { data: own };
  return event.version > own.version + 1 ? { data: own, again: 'now' } : { data: { ...own, ...evolveOwnDesk(own, event as unknown as Recorded<OwnDeskEvent>) } };
};
