import { expect, vi } from 'vitest';
import type { EndCause, LegRole } from '@firstline/voice/provider/call.ts';
import type { Originate } from '@firstline/voice/provider/provider.ts';
import type { VoiceEvent } from '@firstline/voice/provider/voice-event.ts';
import { must, say, type Surroundings } from './surroundings.ts';

export type Offers = {
  /** Causes that this network can tell apart. */
  causes: EndCause[];
  records?: false;
  plays?: false;
  messages?: false;
  marks?: false;
};

export type ListeningDesk = ReturnType<typeof listeningDesk>;

/** A desk that asks a provider for calls and writes down what it is told, each event once. */
export const listeningDesk = (around: Surroundings) => {
  const events: VoiceEvent[] = [];
  const heard = new Set<string>();
  around.provider.onEvent(async (event) => {
    if (!heard.has(event.id)) events.push(event);
    heard.add(event.id);
  });
  let keys = 0;
  const wish = (conference: string, role: LegRole = 'destination'): Originate =>
    ({ conference, to: { kind: 'phone', e164: `+49301${(keys += 1)}` }, from: '+49409', role, ringSeconds: 20, idempotencyKey: `key ${keys}` });
  const told = (leg?: string) => events.filter((event) => leg === undefined || ('leg' in event && event.leg === leg)).map(say);
  const hears = (wanted: string[], leg?: string) => vi.waitFor(() => expect(told(leg)).toEqual(wanted), { interval: 5 });
  const hearsOf = (wanted: string) => vi.waitFor(() => expect(told()).toContain(wanted), { interval: 5 });
  const talking = async (conference: string, role: LegRole = 'destination') => {
    const { leg } = must(await around.provider.originate(wish(conference, role)));
    await around.far.rings(leg);
    await around.far.answers(leg);
    await hears(['leg.initiated', 'leg.ringing', 'leg.connected'], leg);
    return leg;
  };
  return { ...around, events, wish, told, hears, hearsOf, talking };
};
