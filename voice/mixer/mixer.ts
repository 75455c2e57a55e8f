import { SILENCE } from '../sound/frame.ts';
import { gentleMusic, type Music } from '../sound/music.ts';
import { createConference, type Conference, type Hearing } from './conference.ts';
import type { Supervising } from './hearing.ts';
import { isDigit } from '../digits/digit-event.ts';
import type { GatherWish } from '../digits/gather.ts';
import { keyTones } from '../sound/signals.ts';
import { createGathers } from './gathers.ts';
import type { Report } from './happening.ts';
import { memberOf, type Joining, type Member } from './member.ts';
import { mix, type Source } from './mix.ts';
import { createPlayback, type Audience, type Playback } from './playback.ts';
import { sidesOf, type Tape } from './sides.ts';

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
  /** `after`: the playback of its prompt; nobody is late while it is spoken, and the first key ends it. */
  gather: (id: string, leg: string, wish: GatherWish, after?: string) => void;
  /** From now on the conference is written to this tape; nothing ends it. */
  record: (conference: string, tape: Tape | undefined) => void;
  /** 20 ms of every conference, to be heard at this moment of the process's clock. */
  tick: (at: number) => void;
  conferences: () => readonly Conference[];
  member: (leg: string) => Member | undefined;
};

export type MixerParts = { report?: Report; music?: Music[]; chance?: () => number };

export const createMixer = ({ report = () => undefined, music = [], chance = Math.random }: MixerParts = {}): Mixer => {
  const conferences = new Map<string, Conference>();
  const places = new Map<string, { member: Member; conference: Conference }>();
  const playbacks = new Map<string, Playback>();
  const tunes = new Map([gentleMusic(), ...music].map((tune) => [tune.name, tune]));
  const tapes = new Map<string, Tape>();
  let ticks = 0;
  let now = 0;

  const tell: Report = (happening) => {
    if (happening.type === 'leg.digit') gathers.key(happening.leg, happening.digit, now);
    if (happening.type === 'playback.ended') gathers.spoken(happening.playback, now);
    report(happening);
  };
  const gathers = createGathers(tell, (prompt) => end(prompt, 'stopped'));

  const conferenceOf = (id: string) => {
    const conference = conferences.get(id) ?? createConference(id);
    conferences.set(id, conference);
    return conference;
  };

  const put = (member: Member, conference: Conference) => {
    conference.add(member);
    places.set(member.leg, { member, conference });
  };

  const leave = (leg: string) => {
    const place = places.get(leg);
    if (!place) return;
    place.conference.remove(place.member);
    places.delete(leg);
    gathers.left(leg);
    if (place.conference.members().length === 0) conferences.delete(place.conference.id);
  };

  const change = (leg: string, by: Partial<Member>) => {
    const place = places.get(leg);
    if (!place) return;
    Object.assign(place.member, by);
    place.conference.changed();
  };

  const end = (playback: string, cause: 'played' | 'stopped') => {
    if (playbacks.delete(playback)) tell({ type: 'playback.ended', playback, cause });
  };

  /** One frame of each playback; those that are over are told of. */
  const played = () => {
    const now = [...playbacks.values()].map(({ id, to, next }) => ({ id, to, frame: next() }));
    for (const { id, frame } of now) if (!frame) end(id, 'played');
    return now.flatMap(({ frame, ...rest }) => (frame ? [{ ...rest, frame }] : []));
  };

  const tick = (at: number) => {
    now = at;
    const prompts = played();
    gathers.tick(at);
    const frames = new Map<Member, Float32Array>();
    for (const { member } of places.values()) {
      frames.set(member, member.ear.frame(at));
      member.digitsIn.tick(at);
    }
    const packed = new Map<string, Uint8Array>();

    const say = (conference: Conference, { member, from, key }: Hearing) => {
      if (member.digitsOut.tick(member.mouth.timestamp())) return member.mouth.skip();
      const mine = prompts.filter(({ to }) => ('leg' in to ? to.leg === member.leg : to.conference === conference.id && !member.held));
      const name = `${member.codec.name} ${mine.length > 0 ? `${key} + ${mine.map(({ id }) => id).join(' ')} ` : key}`;
      let payload = packed.get(name);
      if (!payload) {
        const others = from.map((other): Source => ({ frame: frames.get(other) ?? SILENCE, gain: other.gain }));
        const tune = member.held && mine.length === 0 ? [{ frame: (tunes.get(member.music) ?? gentleMusic()).frame(ticks), gain: 1 }] : [];
        payload = member.pack(mix([...others, ...tune, ...mine.map(({ frame }) => ({ frame, gain: 1 }))]));
        packed.set(name, payload);
      }
      member.mouth.say(payload);
    };

    for (const conference of conferences.values()) {
      for (const hearing of conference.hearings()) say(conference, hearing);
      const aloud = prompts.flatMap(({ to, frame }) => ('conference' in to && to.conference === conference.id ? [frame] : []));
      tapes.get(conference.id)?.write(sidesOf(conference.members(), frames, aloud));
    }
    ticks += 1;
  };

  return {
    join: (conference, joining) => {
      leave(joining.leg);
      put(memberOf(joining, tell, chance), conferenceOf(conference));
    },
    leave,
    move: (leg, conference) => {
      const member = places.get(leg)?.member;
      if (!member || places.get(leg)?.conference.id === conference) return;
      leave(leg);
      put(member, conferenceOf(conference));
    },
    hold: (leg, held, tune) => change(leg, { held, ...(tune ? { music: tune } : {}) }),
    mute: (leg, muted) => change(leg, { muted }),
    gain: (leg, gain) => change(leg, { gain }),
    supervise: (leg, supervising) => change(leg, { supervising }),
    play: (id, to, sound, { loops } = {}) => playbacks.set(id, createPlayback(id, to, sound, loops)),
    stop: (playback) => end(playback, 'stopped'),
    sendDigits: (leg, digits) => {
      const member = places.get(leg)?.member;
      if (!member || ![...digits].every(isDigit)) return false;
      if (!member.digitsOut.press(digits)) playbacks.set(`keys ${leg}`, createPlayback(`keys ${leg}`, { leg }, keyTones(digits)));
      return true;
    },
    gather: (id, leg, wish, after) => gathers.begin(id, leg, wish, now, after),
    record: (conference, tape) => (tape ? tapes.set(conference, tape) : tapes.delete(conference)),
    tick,
    conferences: () => [...conferences.values()],
    member: (leg) => places.get(leg)?.member,
  };
};
