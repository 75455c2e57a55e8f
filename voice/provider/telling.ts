import { v7 as uuid } from 'uuid';
import type { LegSnapshot } from './call.ts';
import type { Machine } from './machine.ts';
import type { Happened, LegHappened, VoiceEvent } from './voice-event.ts';

type LegPart = LegHappened extends infer One ? (One extends { leg: string } ? Omit<One, 'leg'> : never) : never;

/** Gives what happened its id, its moment and its number. */
export const telling = (machine: Machine, tellEvent: (event: VoiceEvent) => void) => {
  const event = (conference: string, sequence: number, happened: Happened) =>
    tellEvent({ id: uuid(), sequence, at: new Date(machine.wall()).toISOString(), conference, ...happened });
  return {
    event,
    tell: (leg: LegSnapshot, happened: LegPart) => {
      leg.sequence += 1;
      event(leg.conference, leg.sequence, { leg: leg.leg, ...happened } as LegHappened);
    },
  };
};
