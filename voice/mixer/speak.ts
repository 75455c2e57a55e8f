import { SILENCE } from '../sound/frame.ts';
import type { Hearing } from './conference.ts';
import type { Member } from './member.ts';
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

/** Sends a leg its 20 ms: a key that is on its way out, or all that it is to hear. */
export const speak = ({ conference, hearing: { member, from, key }, frames, sounding, tune, packed }: Speaking) => {
  if (member.digitsOut.tick(member.mouth.timestamp())) return member.mouth.skip();

  const prompts = sounding.filter(({ to }) => ('leg' in to ? to.leg === member.leg : to.conference === conference && !member.held));
  const name = [member.codec.name, key, ...prompts.map(({ id }) => `+ ${id}`)].join(' ');
  const known = packed.get(name);
  if (known) return member.mouth.say(known);

  const payload = member.pack(mix([
    ...from.map((other): Source => ({ frame: frames.get(other) ?? SILENCE, gain: other.gain })),
    ...prompts.map(({ frame }): Source => ({ frame, gain: 1 })),
    // Whoever waits hears music until there is something to be told.
    ...(member.held && prompts.length === 0 ? [{ frame: tune(member.music), gain: 1 }] : []),
  ]));
  packed.set(name, payload);
  return member.mouth.say(payload);
};
