import { v7 as uuid } from 'uuid';
import type { Machine } from '../provider/machine.ts';
import type { VoiceEvent } from '../provider/voice-event.ts';

/** Which legs and conferences there are by what was told, to tell the end of each when their process dies. */
export const knownLegs = (machine: Machine) => {
  const legs = new Map<string, { conference: string; sequence: number }>();
  const conferences = new Map<string, number>();

  return {
    hear: (event: VoiceEvent) => {
      const { conference, sequence } = event;
      if (!('leg' in event)) {
        if (event.type === 'conference.ended') conferences.delete(conference);
        else if (conferences.has(conference)) conferences.set(conference, sequence);
        return;
      }
      if (!conferences.has(conference)) conferences.set(conference, 0);
      if (event.type === 'leg.ended') legs.delete(event.leg);
      else legs.set(event.leg, { conference, sequence });
    },
    allEnded: (): VoiceEvent[] => {
      const at = new Date(machine.wall()).toISOString();
      const ends: VoiceEvent[] = [
        ...[...legs].map(([leg, { conference, sequence }]) =>
          ({ id: uuid(), at, conference, sequence: sequence + 1, leg, type: 'leg.ended' as const, cause: 'failed' as const })),
        ...[...conferences].map(([conference, sequence]) => ({ id: uuid(), at, conference, sequence: sequence + 1, type: 'conference.ended' as const })),
      ];
      legs.clear();
      conferences.clear();
      return ends;
    },
  };
};
