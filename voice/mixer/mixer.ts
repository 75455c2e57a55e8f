import { SILENCE } from '../sound/frame.ts';
import { gentleMusic, type Music } from '../sound/music.ts';
import { createConference, type Conference, type Hearing } from './conference.ts';
import type { Supervising } from './hearing.ts';
import type { Report } from './happening.ts';
import { memberOf, type Joining, type Member } from './member.ts';
import { mix, type Source } from './mix.ts';
import { createPlayback, type Audience, type Playback } from './playback.ts';

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
  let ticks = 0;

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
    if (place.conference.members().length === 0) conferences.delete(place.conference.id);
  };

  const change = (leg: string, by: Partial<Member>) => {
    const place = places.get(leg);
    if (!place) return;
    Object.assign(place.member, by);
    place.conference.changed();
  };

  const end = (playback: string, cause: 'played' | 'stopped') => {
    if (playbacks.delete(playback)) report({ type: 'playback.ended', playback, cause });
  };

  /** One frame of each playback; those that are over are told of. */
  const played = () => {
    const now = [...playbacks.values()].map(({ id, to, next }) => ({ id, to, frame: next() }));
    for (const { id, frame } of now) if (!frame) end(id, 'played');
    return now.flatMap(({ frame, ...rest }) => (frame ? [{ ...rest, frame }] : []));
  };

  const tick = (at: number) => {
    const prompts = played();
    const frames = new Map<Member, Float32Array>();
    for (const { member } of places.values()) frames.set(member, member.ear.frame(at));
    const packed = new Map<string, Uint8Array>();

    const say = (conference: Conference, { member, from, key }: Hearing) => {
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

    for (const conference of conferences.values()) for (const hearing of conference.hearings()) say(conference, hearing);
    ticks += 1;
  };

  return {
    join: (conference, joining) => {
      leave(joining.leg);
      put(memberOf(joining, report, chance), conferenceOf(conference));
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
    tick,
    conferences: () => [...conferences.values()],
    member: (leg) => places.get(leg)?.member,
  };
};
