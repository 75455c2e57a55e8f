import type { ConferenceState, EndCause, LegSnapshot, Supervision } from './call.ts';
import type { Machine } from './machine.ts';
import { telling } from './telling.ts';
import type { VoiceAnswer, VoiceRefusal } from './provider.ts';
import type { ConferenceHappened, VoiceEvent } from './voice-event.ts';

export type BookedLeg = LegSnapshot;

/** Ended legs are remembered so that a late wish hears `ended`, and late news is known to be late. */
const MOST_REMEMBERED = 5000;

const FAR: Record<BookedLeg['state'], number> = { queued: 0, initiated: 1, ringing: 2, connected: 3, held: 3, ended: 4 };

export const inCall = ({ state }: BookedLeg): boolean => state === 'connected' || state === 'held';

/**
 * What a provider elsewhere has told of its calls. News comes twice and late: what is in the book already is not told
 * again, and nothing goes backwards.
 */
export const openBook = (machine: Machine, tellEvent: (event: VoiceEvent) => void) => {
  const legs = new Map<string, BookedLeg>();
  /** How many events each conference has told. */
  const conferences = new Map<string, number>();
  const ended = new Set<string>();

  const { event, tell } = telling(machine, tellEvent);
  const announce = (conference: string, happened: ConferenceHappened) => {
    const sequence = (conferences.get(conference) ?? machine.wall()) + 1;
    if (conferences.has(conference)) conferences.set(conference, sequence);
    event(conference, sequence, happened);
  };
  const inConference = (id: string) => [...legs.values()].filter(({ conference }) => conference === id);
  const closeIfEmpty = (id: string) => {
    if (!conferences.has(id) || inConference(id).length > 0) return;
    announce(id, { type: 'conference.ended' });
    conferences.delete(id);
  };
  const put = (leg: BookedLeg, said: number) => {
    legs.set(leg.leg, leg);
    if (!conferences.has(leg.conference)) conferences.set(leg.conference, said);
    return leg;
  };

  const find = (id: string): BookedLeg | { refused: 'ended' | 'unknown-leg' } => legs.get(id) ?? { refused: ended.has(id) ? 'ended' : 'unknown-leg' };

  return {
    legs,
    tell,
    announce,
    inConference,
    hasConference: (id: string) => conferences.has(id),
    isOver: (leg: string) => ended.has(leg),
    find,
    withLeg: async (id: string, act: (leg: BookedLeg) => VoiceAnswer | Promise<VoiceAnswer>): Promise<VoiceAnswer> => {
      const leg = find(id);
      return 'refused' in leg ? leg : act(leg);
    },
    /** Who is to hear something: one leg in its call, or all of a conference. */
    listeners: (target: { leg: string } | { conference: string }): { leg?: BookedLeg; conference: string; refused?: undefined } | { refused: VoiceRefusal } => {
      if ('conference' in target) return conferences.has(target.conference) ? target : { refused: 'unknown-conference' };
      const leg = find(target.leg);
      if ('refused' in leg) return leg;
      return inCall(leg) ? { leg, conference: leg.conference } : { refused: 'wrong-state' };
    },
    add: (born: Omit<BookedLeg, 'sequence' | 'muted'>): BookedLeg => put({ ...born, muted: false, sequence: 0 }, 0),
    /** A leg from before a restart. How much was told of it is not known; whatever it was, the wall's clock is ahead. */
    takeOver: (leg: Omit<BookedLeg, 'sequence'>): BookedLeg => put({ ...leg, sequence: machine.wall() }, machine.wall()),
    reach: (leg: BookedLeg, state: 'ringing' | 'connected') => {
      if (FAR[leg.state] >= FAR[state]) return;
      leg.state = state;
      tell(leg, { type: `leg.${state}` });
    },
    hold: (leg: BookedLeg, on: boolean) => {
      if (!inCall(leg) || (leg.state === 'held') === on) return;
      leg.state = on ? 'held' : 'connected';
      tell(leg, { type: on ? 'leg.held' : 'leg.retrieved' });
    },
    mute: (leg: BookedLeg, on: boolean) => {
      if (leg.muted === on) return;
      leg.muted = on;
      tell(leg, { type: 'leg.muted', muted: on });
    },
    move: (leg: BookedLeg, to: string) => {
      const from = leg.conference;
      if (from === to) return;
      const isMerge = inConference(to).length > 0;
      if (!conferences.has(to)) conferences.set(to, 0);
      leg.conference = to;
      tell(leg, { type: 'leg.moved', from, state: leg.state });
      if (isMerge && inConference(from).length === 0) announce(to, { type: 'conference.merged', from });
      closeIfEmpty(from);
    },
    supervises: (leg: BookedLeg, supervises: { target: string; mode: Supervision }) => {
      if (leg.supervises?.target === supervises.target && leg.supervises.mode === supervises.mode) return;
      leg.supervises = supervises;
      tell(leg, { type: 'leg.supervises', ...supervises });
    },
    end: (leg: BookedLeg, cause: EndCause) => {
      if (!legs.delete(leg.leg)) return;
      ended.add(leg.leg);
      if (ended.size > MOST_REMEMBERED) ended.delete(ended.values().next().value!);
      leg.state = 'ended';
      tell(leg, { type: 'leg.ended', cause });
      closeIfEmpty(leg.conference);
    },
    snapshot: (): ConferenceState[] => [...conferences.keys()].map((conference) => ({
      conference,
      legs: inConference(conference).map((leg) => structuredClone(leg)),
    })),
  };
};

export type Book = ReturnType<typeof openBook>;
