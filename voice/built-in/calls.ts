import { v7 as uuid } from 'uuid';
import type { ConferenceState, EndCause, LegSnapshot, LegState } from '../provider/call.ts';
import type { ConferenceHappened, VoiceEvent } from '../provider/voice-event.ts';
import { telling } from '../provider/telling.ts';
import type { Line } from './line.ts';
import type { Machine } from '../provider/machine.ts';
import { supervisingOf, type Mix } from './mix.ts';

export type Leg = LegSnapshot & { line?: Line; ringing?: () => void };

/** Who must know before a leg goes, or after a conference is over. */
export type Heirs = { leaving: (leg: Leg) => void; over: (conference: string) => void };
export type Conference = { id: string; sequence: number };

/** Ended legs are remembered so that a late wish hears `ended` and not that there never was one. */
const MOST_REMEMBERED = 5000;

/** Of calls of a process before us we know no number; whatever they told was less. */
const LONG_AFTER = 2 ** 31;

/** The calls of this process: who is in which conference, and how far. Every change is told. */
export const createCalls = (machine: Machine, mix: Mix, tellEvent: (event: VoiceEvent) => void, { leaving, over }: Heirs) => {
  const legs = new Map<string, Leg>();
  const conferences = new Map<string, Conference>();
  const endedLegs = new Set<string>();

  const { event, tell } = telling(machine, tellEvent);
  const say = (conference: Conference, happened: ConferenceHappened) => {
    conference.sequence += 1;
    event(conference.id, conference.sequence, happened);
  };
  const announce = (id: string, happened: ConferenceHappened) => {
    const conference = conferences.get(id);
    if (conference) say(conference, happened);
  };

  const inConference = (id: string) => [...legs.values()].filter(({ conference }) => conference === id);
  const closeIfEmpty = (id: string) => {
    if (!conferences.has(id) || inConference(id).length > 0) return;
    over(id);
    announce(id, { type: 'conference.ended' });
    conferences.delete(id);
  };
  const stopRinging = (leg: Leg) => {
    leg.ringing?.();
    leg.ringing = undefined;
  };

  const end = (leg: Leg, cause: EndCause) => {
    if (!legs.delete(leg.leg)) return;
    endedLegs.add(leg.leg);
    if (endedLegs.size > MOST_REMEMBERED) endedLegs.delete(endedLegs.values().next().value!);
    stopRinging(leg);
    leaving(leg);
    const quality = mix.quality(leg.leg);
    leg.state = 'ended';
    mix.leave(leg.leg);
    leg.line?.end(cause);
    tell(leg, { type: 'leg.ended', cause, ...(quality && { quality }) });
    closeIfEmpty(leg.conference);
  };

  return {
    legs,
    tell,
    announce,
    /** Tells of this conference also when it is over. */
    announcer: (id: string) => {
      const conference = conferences.get(id) ?? { id, sequence: LONG_AFTER };
      return (happened: ConferenceHappened) => say(conference, happened);
    },
    end,
    find: (id: string): Leg | { refused: 'ended' | 'unknown-leg' } => legs.get(id) ?? { refused: endedLegs.has(id) ? 'ended' : 'unknown-leg' },
    hasConference: (id: string) => conferences.has(id),
    inConference,
    add: (born: Omit<LegSnapshot, 'leg' | 'sequence' | 'muted'>): Leg => {
      const leg: Leg = { ...born, leg: uuid(), muted: false, sequence: 0 };
      legs.set(leg.leg, leg);
      if (!conferences.has(leg.conference)) conferences.set(leg.conference, { id: leg.conference, sequence: 0 });
      return leg;
    },
    ring: (leg: Leg, seconds: number) => {
      leg.state = 'ringing';
      stopRinging(leg);
      leg.ringing = machine.after(seconds * 1000, () => end(leg, 'no-answer'));
      tell(leg, { type: 'leg.ringing' });
    },
    /** The way of sound is up, for the first time or again; hold, mute and mode are as they were. */
    connect: (leg: Leg, line: Line) => {
      leg.line = line;
      if (!legs.has(leg.leg) || !line.transport) return line.end('canceled');
      stopRinging(leg);
      const isNew = leg.state !== 'connected' && leg.state !== 'held';
      if (isNew) leg.state = 'connected';
      mix.join(leg.conference, {
        leg: leg.leg, side: leg.role === 'customer' ? 'customer' : 'staff', transport: line.transport,
        held: leg.state === 'held', muted: leg.muted, ...(leg.supervises && { supervising: supervisingOf(leg.supervises) }),
      });
      if (isNew) tell(leg, { type: 'leg.connected' });
    },
    move: (leg: Leg, to: string) => {
      const from = leg.conference;
      if (from === to) return;
      leaving(leg);
      const isMerge = inConference(to).length > 0;
      if (!conferences.has(to)) conferences.set(to, { id: to, sequence: 0 });
      leg.conference = to;
      mix.move(leg.leg, to);
      tell(leg, { type: 'leg.moved', from, state: leg.state as LegState });
      if (isMerge && inConference(from).length === 0) announce(to, { type: 'conference.merged', from });
      closeIfEmpty(from);
    },
    snapshot: (): ConferenceState[] => [...conferences.keys()].map((conference) => ({
      conference,
      legs: inConference(conference).map(({ line: _line, ringing: _ringing, ...leg }) => {
        const quality = mix.quality(leg.leg);
        return quality ? { ...leg, quality } : leg;
      }),
    })),
  };
};

export type Calls = ReturnType<typeof createCalls>;
