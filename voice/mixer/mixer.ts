import { isDigit } from '../digits/digit-event.ts';
import type { GatherWish } from '../digits/gather.ts';
import { gentleMusic, type Music } from '../sound/music.ts';
import { keyTones } from '../sound/signals.ts';
import { createConference, type Conference } from './conference.ts';
import { createGathers } from './gathers.ts';
import type { Supervising } from './hearing.ts';
import type { Report } from './happening.ts';
import { memberOf, type Joining, type Member } from './member.ts';
import type { Audience } from './playback.ts';
import { createPlaybacks } from './playbacks.ts';
import { sidesOf, type Tape } from './sides.ts';
import { speak } from './speak.ts';

/**
 * Conferences and their legs. A conference is there while it has a leg; a leg is in one conference at a time.
 * The transport of a leg stays its owner's: leaving does not close it. Asking for a leg that is not there changes nothing.
 */
export type Mixer = {
  join: (conference: string, joining: Joining) => void;
  leave: (leg: string) => void;
  /** Into another conference, as it is: with its hold, its mute, its past. */
  move: (leg: string, conference: string) => void;
  hold: (leg: string, held: boolean, music?: string) => void;
  mute: (leg: string, muted: boolean) => void;
  gain: (leg: string, gain: number) => void;
  /** Nothing: a party to the call like any other. */
  supervise: (leg: string, supervising: Supervising | undefined) => void;
  play: (id: string, to: Audience, sound: Float32Array, options?: { loops?: boolean }) => void;
  stop: (playback: string) => void;
  /** Keys for the far side: as events if it knows them, else as their sound. False for what is no key. */
  sendDigits: (leg: string, digits: string) => boolean;
  /** A key that came another way than as a packet. */
  key: (leg: string, digit: string) => void;
  /** `after`: the playback of its prompt; nobody is late while it is spoken, and the first key ends it. */
  gather: (id: string, leg: string, wish: GatherWish, after?: string) => void;
  /** From now on the conference is written to this tape too; nothing ends the one of that name. All end with the conference. */
  record: (conference: string, tape: Tape | undefined, name?: string) => void;
  /** 20 ms of every conference, to be heard at this moment of the process's clock. */
  tick: (at: number) => void;
  conferences: () => readonly Conference[];
  member: (leg: string) => Member | undefined;
};

export type MixerParts = { report?: Report; music?: Music[]; chance?: () => number };

export const createMixer = ({ report = () => undefined, music = [], chance = Math.random }: MixerParts = {}): Mixer => {
  const conferences = new Map<string, Conference>();
  const places = new Map<string, { member: Member; conference: Conference }>();
  const tunes = new Map([gentleMusic(), ...music].map((tune) => [tune.name, tune]));
  const tapes = new Map<string, Map<string, Tape>>();
  let ticks = 0;
  let now = 0;

  const tell: Report = (happening) => {
    if (happening.type === 'leg.digit') gathers.key(happening.leg, happening.digit, now);
    if (happening.type === 'playback.ended') gathers.spoken(happening.playback, now);
    report(happening);
  };
  const playbacks = createPlaybacks((playback, cause) => tell({ type: 'playback.ended', playback, cause }));
  const gathers = createGathers(tell, playbacks.stop);

  const put = (member: Member, id: string) => {
    const conference = conferences.get(id) ?? createConference(id);
    conferences.set(id, conference);
    conference.add(member);
    places.set(member.leg, { member, conference });
  };

  const takeOut = (leg: string): Member | undefined => {
    const place = places.get(leg);
    if (!place) return undefined;
    const { member, conference } = place;
    conference.remove(member);
    places.delete(leg);
    if (conference.members().length === 0) {
      conferences.delete(conference.id);
      tapes.delete(conference.id);
      playbacks.left({ conference: conference.id });
    }
    return member;
  };

  const leave = (leg: string) => {
    if (!takeOut(leg)) return;
    playbacks.left({ leg });
    gathers.left(leg);
  };

  const change = (leg: string, by: Partial<Member>) => {
    const place = places.get(leg);
    if (!place) return;
    Object.assign(place.member, by);
    place.conference.changed();
  };

  const tick = (at: number) => {
    now = at;
    const sounding = playbacks.next();
    gathers.tick(at);
    const frames = new Map<Member, Float32Array>();
    for (const { member } of places.values()) {
      frames.set(member, member.ear.frame(at));
      member.digitsIn.tick(at);
    }
    const tune = (name: string) => (tunes.get(name) ?? tunes.get('music')!).frame(ticks);
    const packed = new Map<string, Uint8Array>();
    for (const conference of conferences.values()) {
      for (const hearing of conference.hearings()) speak({ conference: conference.id, hearing, frames, sounding, tune, packed });
      const aloud = sounding.flatMap(({ to, frame }) => ('conference' in to && to.conference === conference.id ? [frame] : []));
      const running = tapes.get(conference.id);
      if (!running?.size) continue;
      const sides = sidesOf(conference.members(), frames, aloud);
      for (const tape of running.values()) tape.write(sides);
    }
    ticks += 1;
  };

  return {
    join: (conference, joining) => {
      leave(joining.leg);
      put(memberOf(joining, tell, chance), conference);
    },
    leave,
    move: (leg, conference) => {
      if (places.get(leg)?.conference.id === conference) return;
      const member = takeOut(leg);
      if (member) put(member, conference);
    },
    hold: (leg, held, tune) => change(leg, { held, ...(tune ? { music: tune } : {}) }),
    mute: (leg, muted) => change(leg, { muted }),
    gain: (leg, gain) => change(leg, { gain }),
    supervise: (leg, supervising) => change(leg, { supervising }),
    play: (id, to, sound, { loops } = {}) => playbacks.start(id, to, sound, loops),
    stop: playbacks.stop,
    sendDigits: (leg, digits) => {
      const member = places.get(leg)?.member;
      if (!member || ![...digits].every(isDigit)) return false;
      if (!member.digitsOut.press(digits)) playbacks.start(`keys ${leg}`, { leg }, keyTones(digits));
      return true;
    },
    key: (leg, digit) => tell({ type: 'leg.digit', leg, digit, heldMs: 0 }),
    gather: (id, leg, wish, after) => gathers.begin(id, leg, wish, now, after),
    record: (conference, tape, name = 'recording') => {
      if (!tape) return void tapes.get(conference)?.delete(name);
      const running = tapes.get(conference) ?? new Map<string, Tape>();
      tapes.set(conference, running.set(name, tape));
    },
    tick,
    conferences: () => [...conferences.values()],
    member: (leg) => places.get(leg)?.member,
  };
};
