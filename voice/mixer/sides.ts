import { SILENCE } from '../sound/frame.ts';
import { isRecorded } from './hearing.ts';
import type { Member, Side } from './member.ts';
import { mix } from './mix.ts';

/** 20 ms of a call in two channels. */
export type Sides = { customer: Float32Array; staff: Float32Array };

/** Whatever wants to have a conference's sound. `write` is called within the tick: it may only take note. */
export type Tape = { write: (sides: Sides) => void };

/** What is played to all is the desk's own voice. */
export const sidesOf = (members: readonly Member[], frames: ReadonlyMap<Member, Float32Array>, aloud: readonly Float32Array[]): Sides => {
  const of = (side: Side) =>
    members
      .filter((member) => member.side === side && isRecorded(member))
      .map((member) => ({ frame: frames.get(member) ?? SILENCE, gain: member.gain }));
  return { customer: mix(of('customer')), staff: mix([...of('staff'), ...aloud.map((frame) => ({ frame, gain: 1 }))]) };
};
