import type { MediaTransport } from '../media-transport.ts';
import type { InCall } from '../sip/phone-call.ts';
import type { VoiceEvent } from '../provider/voice-event.ts';
import { createMixer } from '../mixer/mixer.ts';
import { qualityIn } from '../quality/leg-quality.ts';
import { createEngine, type EngineParts } from './engine.ts';
import type { Machine } from '../provider/machine.ts';
import type { Mix } from './mix.ts';
import { openPhoneLines } from './phone-lines.ts';
import type { Recordings } from './recordings.ts';

/** A clock that a test turns by hand. */
const handMachine = () => {
  let now = 0;
  const due = new Map<object, { at: number; run: () => void }>();
  const machine: Machine = {
    now: () => now,
    wall: () => Date.parse('2026-11-21T12:00:00Z') + now,
    after: (ms, run) => {
      const key = {};
      due.set(key, { at: now + ms, run });
      return () => void due.delete(key);
    },
  };
  const turn = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const [key, next] = [...due].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!key || !next || next.at > until) break;
      due.delete(key);
      now = next.at;
      next.run();
    }
    now = until;
  };
  return { machine, turn };
};

const silentTransport: MediaTransport = {
  codec: { name: 'pcmu', payloadType: 0, clockRate: 8000 },
  send: () => {}, onPacket: () => {}, onReport: () => {}, onClosed: () => {}, close: () => {},
};

/** A phone that does what a test says. */
export const fakePhone = (from = '+4930123', to = '+4940456', transport = silentTransport) => {
  const done: string[] = [];
  let tell: Parameters<InCall['on']>[0] = () => {};
  const call: InCall = {
    id: 'call-id', from, to, transport,
    on: (told) => { tell = told; },
    hangup: () => void done.push('hangup'),
    hold: async () => true,
    sendDigits: (digits) => {
      done.push(`digits ${digits}`);
      return true;
    },
    ring: () => void done.push('ring'),
    answer: () => void done.push('answer'),
    reject: (cause) => void done.push(`reject ${cause}`),
  };
  return { call, done, tell: (...told: Parameters<typeof tell>) => tell(...told) };
};

/** Recordings that are kept nowhere. */
const paperRecordings = (): Recordings => {
  let messages = 0;
  return {
    record: async () => ({ recording: 'r1' }),
    mark: () => ({ refused: 'wrong-state' }),
    message: async () => {
      const message = `m${(messages += 1)}`;
      return { message, tape: { write: () => {} }, stop: async (keep) => ({ files: keep ? [`${message}.wav`] : [] }) };
    },
    of: () => undefined,
    finish: () => {},
    settled: async () => {},
  };
};

/** The engine with phones instead of trunks, a real mixer and a clock turned by hand. */
export const engineOnPaper = (more: Partial<EngineParts> = {}) => {
  const { machine, turn: turnClock } = handMachine();
  const phones: ReturnType<typeof fakePhone>[] = [];
  const asked: string[] = [];
  const mixer = createMixer({ report: (happening) => engine.happened(happening) });
  const mix: Mix = {
    ...mixer,
    quality: qualityIn(mixer),
    move: (leg, conference) => {
      asked.push(`move ${leg} ${conference}`);
      mixer.move(leg, conference);
    },
    hold: (leg, held, music) => {
      asked.push(`hold ${leg} ${held}`);
      mixer.hold(leg, held, music);
    },
  };
  const turn = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 20) {
      turnClock(Math.min(20, ms - passed));
      mixer.tick(machine.now());
    }
  };
  const engine = createEngine({
    machine, mix, mostLegs: 6, isOverloaded: () => false,
    door: { udpPorts: [42_200, 42_299], addresses: ['127.0.0.1'], ipv6: false, turn: [], tokenSecret: 'secret' },
    recordings: paperRecordings(),
    prompt: (name) => (name === 'welcome' ? new Float32Array(960) : undefined),
    phone: openPhoneLines(async (to) => {
      if (to === '+49000') return { refused: 'country-not-allowed' };
      const phone = fakePhone('desk', to);
      phones.push(phone);
      return { call: phone.call };
    }),
    ...more,
  });
  const events: VoiceEvent[] = [];
  engine.provider.onEvent(async (event) => void events.push(event));
  const told = async (): Promise<string[]> => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
    return events.splice(0).map(({ type, ...event }) => ('cause' in event ? `${type} ${event.cause}` : 'digits' in event ? `${type} ${event.digits}` : type));
  };
  let key = 0;
  /** A phone that was called and took it. */
  const talking = async (conference: string, role: 'customer' | 'destination' = 'customer') => {
    const answer = await engine.provider.originate({ conference, to: { kind: 'phone', e164: `+49301${key}` }, from: '', role, ringSeconds: 20, idempotencyKey: `key ${key += 1}` });
    if (answer.refused) throw new Error(answer.refused);
    const phone = phones.at(-1)!;
    phone.tell({ type: 'ringing', early: false });
    phone.tell({ type: 'answered' });
    await told();
    return { leg: answer.leg, phone };
  };
  return { engine, provider: engine.provider, turn, phones, asked, events, told, talking };
};
