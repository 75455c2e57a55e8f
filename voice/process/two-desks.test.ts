import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VoiceEvent } from '../provider/voice-event.ts';
import { assemble, type VoiceProcess } from './assemble.ts';
import { readVoiceSettings } from './settings.ts';
import { talker, type Talker } from './talker.trials.ts';

const HERE = 46_060;
const THERE = 46_062;
const recordings = mkdtempSync(join(tmpdir(), 'firstline-two-desks-'));
const processes: VoiceProcess[] = [];
const talkers: Talker[] = [];

/** A process with one line to the other one, as to a carrier. */
const desk = async (ports: string, own: number, other: number) => {
  const settings = readVoiceSettings({
    VOICE_LATE_MS: '0', VOICE_UDP_PORTS: ports, VOICE_ADDRESSES: '127.0.0.1', VOICE_RECORDINGS: recordings,
    VOICE_TRUNKS: JSON.stringify([{
      name: 'line', server: { host: '127.0.0.1', port: other }, transport: 'udp', local: { address: '127.0.0.1', port: own, told: '127.0.0.1' },
      callerId: '+4930100', allowedCountries: ['+49'], keepAliveSeconds: 3600,
    }]),
  });
  if ('faults' in settings) throw new Error(settings.faults.join());
  const voice = await assemble(settings, () => {});
  const events: VoiceEvent[] = [];
  voice.provider.onEvent(async (event) => void events.push(event));
  processes.push(voice);
  return { voice, events };
};
const comes = async ({ provider, door }: VoiceProcess, conference: string, hertz: number) => {
  const { leg } = await provider.originate({ conference, role: 'agent', to: { kind: 'agent', id: conference }, from: '', ringSeconds: 60, idempotencyKey: conference }) as { leg: string };
  const person = await talker(door, leg, hertz);
  talkers.push(person);
  return person;
};

let here: Awaited<ReturnType<typeof desk>>;
let there: typeof here;
beforeAll(async () => {
  here = await desk('46100-46199', HERE, THERE);
  there = await desk('46200-46299', THERE, HERE);
});
afterAll(async () => {
  await Promise.all(talkers.map(({ stop }) => stop()));
  await Promise.all(processes.map((voice) => voice.close()));
  rmSync(recordings, { recursive: true });
});

test('an agent calls a number, somebody at the other desk takes it, both hear each other, keys arrive, and one hangs up', async () => {
  const caller = await comes(here.voice, 'out', 500);
  const { leg } = await here.voice.provider.originate({
    conference: 'out', role: 'customer', to: { kind: 'phone', e164: '+4940200' }, from: '', ringSeconds: 30, idempotencyKey: 'call',
  }) as { leg: string };
  await vi.waitFor(() => expect(there.events.map(({ type }) => type)).toContain('leg.offered'), { timeout: 10_000 });
  const offered = there.events.find((event) => event.type === 'leg.offered')!;
  expect(offered).toMatchObject({ endpoint: { kind: 'phone', e164: '+4930100' }, to: '+4940200' });
  const theirs = (offered as { leg: string }).leg;
  const called = await comes(there.voice, offered.conference, 800);
  expect(await there.voice.provider.answer(theirs)).toEqual({});
  await vi.waitFor(() => {
    expect(caller.hears(800)).toBeGreaterThan(-35);
    expect(called.hears(500)).toBeGreaterThan(-35);
    expect(caller.hears(500)).toBeLessThan(-60);
  }, { timeout: 15_000, interval: 50 });

  expect(await here.voice.provider.sendDigits(leg, '15#')).toEqual({});
  await vi.waitFor(() => expect(there.events.flatMap((event) => (event.type === 'leg.dtmf' ? event.digits : [])).join('')).toBe('15#'), { timeout: 10_000 });

  await here.voice.provider.hangup(leg);
  await vi.waitFor(() => expect(there.events.find((event) => event.type === 'leg.ended')).toMatchObject({ leg: theirs, cause: 'normal' }), { timeout: 10_000 });
  expect(await here.voice.provider.originate({
    conference: 'out', role: 'customer', to: { kind: 'phone', e164: '+1900555' }, from: '', ringSeconds: 30, idempotencyKey: 'abroad',
  })).toEqual({ refused: 'unreachable' });
}, 60_000);
