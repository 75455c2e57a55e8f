import { v7 as uuid } from 'uuid';
import type { Endpoint, LegRole } from '../provider/call.ts';
import type { VoiceAnswer } from '../provider/provider.ts';
import type { InCall, OutCall, Refusal } from '../sip/phone-call.ts';
import type { Calls, Leg } from './calls.ts';
import type { Line } from './line.ts';

type Dial = { to: Extract<Endpoint, { kind: 'phone' }>; role: LegRole; conference: string; from: string; ringSeconds: number };
type Pressed = (leg: string, digit: string) => void;

/** How long a call that comes in rings when nobody says anything. */
const RING_IN_SECONDS = 120;

export const openPhoneLines = (call: (to: string, from?: string) => Promise<{ call: OutCall } | { refused: Refusal }>) => ({
  dial: async (calls: Calls, { to, role, conference, from, ringSeconds }: Dial, pressed: Pressed): Promise<VoiceAnswer<{ leg: string }>> => {
    const dialled = await call(to.e164, from === '' ? undefined : from);
    if ('refused' in dialled) return { refused: WHY[dialled.refused] ?? 'unreachable' };
    const leg = calls.add({ conference, role, endpoint: to, direction: 'out', state: 'initiated' });
    leg.line = lineOf(dialled.call);
    calls.tell(leg, { type: 'leg.initiated', role, endpoint: to });
    follow(calls, leg, dialled.call, pressed, ringSeconds);
    return { leg: leg.leg };
  },

  offered: (calls: Calls, come: InCall, pressed: Pressed, full: () => object | undefined) => {
    if (full()) return come.reject('busy');
    const endpoint: Endpoint = { kind: 'phone', e164: come.from };
    const leg = calls.add({ conference: uuid(), role: 'customer', endpoint, direction: 'in', state: 'initiated' });
    leg.line = { ...lineOf(come), answer: come.answer, reject: come.reject };
    calls.tell(leg, { type: 'leg.offered', role: 'customer', endpoint, to: come.to });
    come.ring();
    calls.ring(leg, RING_IN_SECONDS);
    follow(calls, leg, come, pressed, RING_IN_SECONDS);
  },
});

export type PhoneLines = ReturnType<typeof openPhoneLines>;

/** What is none of these cannot be called from here. */
const WHY: Partial<Record<Refusal, 'full' | 'overloaded' | 'unavailable'>> = {
  'too-many-calls': 'full', 'too-many-with-number': 'full', 'too-many-in-a-minute': 'full', 'no-port': 'full', late: 'overloaded', closed: 'unavailable',
};

const lineOf = (call: OutCall): Line => ({
  transport: call.transport,
  end: () => call.hangup(),
  sendDigits: call.sendDigits,
});

const follow = (calls: Calls, leg: Leg, call: OutCall, pressed: Pressed, ringSeconds: number) =>
  call.on((told) => {
    if (leg.state === 'ended') return;
    if (told.type === 'ringing' && leg.state === 'initiated') calls.ring(leg, ringSeconds);
    if (told.type === 'answered' && leg.direction === 'out' && leg.line) calls.connect(leg, leg.line);
    if (told.type === 'digit') pressed(leg.leg, told.digit);
    if (told.type === 'ended') calls.end(leg, told.cause);
  });
