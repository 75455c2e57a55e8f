import { crossfade } from '../sound/conceal.ts';
import { SILENCE } from '../sound/frame.ts';
import type { Hearing } from './conference.ts';
import type { Heard, Member } from './member.ts';
import { mix, type Source } from './mix.ts';
import type { Sounding } from './playbacks.ts';

/** All that one tick knows. */
export type Speaking = {
  conference: string;
  hearing: Hearing;
  frames: ReadonlyMap<Member, Float32Array>;
  sounding: readonly Sounding[];
  tune: (name: string) => Float32Array;
  /** What was packed in this tick already, by what it holds: who hears the same is sent the same. */
  packed: Map<string, Uint8Array>;
};

/** 5 ms: whoever is put on hold or on mute does not break off with a click. */
const FADE = 240;

/** Sends a leg its 20 ms: a key that is on its way out, or all that it is to hear. */
export const speak = ({ conference, hearing: { member, from, key }, frames, sounding, tune, packed }: Speaking) => {
  const prompts = sounding.filter(({ to }) => ('leg' in to ? to.leg === member.leg : to.conference === conference && !member.held));
  // Whoever waits hears music until there is something to be told.
  const now: Heard = { key, from, ...(member.held && prompts.length === 0 ? { music: member.music } : {}) };
  const last = member.heard ?? now;
  member.heard = now;
  if (member.digitsOut.tick(member.mouth.timestamp())) return member.mouth.skip();

  const name = [member.codec.name, last.key === key ? '' : `${last.key} then`, key, ...prompts.map(({ id }) => `+ ${id}`)].join(' ');
  const known = packed.get(name);
  if (known) return member.mouth.say(known);

  const all = (heard: Heard) => mix([
    ...heard.from.map((other): Source => ({ frame: frames.get(other) ?? SILENCE, gain: other.gain })),
    ...prompts.map(({ frame }): Source => ({ frame, gain: 1 })),
    ...(heard.music === undefined ? [] : [{ frame: tune(heard.music), gain: 1 }]),
  ]);
  const payload = member.pack(last.key === key ? all(now) : crossfade(all(last).subarray(0, FADE), all(now)));
  packed.set(name, payload);
  return member.mouth.say(payload);
};
