import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordedLevels } from './process/recorded.trials.ts';
import { talker, type Talker } from './process/talker.trials.ts';
import type { VoiceEvent } from './provider/voice-event.ts';
import { forkVoice, superviseVoice, type SupervisedVoice, type VoiceChild } from './supervise.ts';

const RECORDINGS = mkdtempSync(join(tmpdir(), 'firstline-supervised-'));
const ENV = { ...process.env, VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '43000-43199', VOICE_ADDRESSES: '127.0.0.1', VOICE_RECORDINGS: RECORDINGS };
const start = forkVoice(join(import.meta.dirname, 'main.ts'), ENV, ['--import', 'tsx']);
const CUSTOMER = 500;
const AGENT = 800;
const talkers: Talker[] = [];
const events: VoiceEvent[] = [];
let voice: SupervisedVoice;
let child: VoiceChild;

const person = async (conference: string, role: 'customer' | 'agent', hertz: number, codec?: 'pcmu') => {
  const answer = await voice.provider.originate({
    conference, role, from: '', ringSeconds: 30, idempotencyKey: `${conference} ${role} ${talkers.length}`,
    to: role === 'agent' ? { kind: 'agent', id: role } : { kind: 'web', session: role },
  });
  if (answer.refused) throw new Error(answer.refused);
  const there = await talker(voice.door, answer.leg, hertz, codec);
  talkers.push(there);
  return there;
};
const listen = (claims: () => void) => vi.waitFor(claims, { timeout: 15_000, interval: 50 });
const loud = (who: Talker, hertz: number) => expect(who.hears(hertz)).toBeGreaterThan(-35);
const still = (who: Talker, hertz: number) => expect(who.hears(hertz)).toBeLessThan(-60);

beforeAll(async () => {
  voice = superviseVoice(() => (child = start()));
  voice.provider.onEvent(async (event) => void events.push(event));
  await vi.waitFor(() => expect(voice.state()).toBe('ready'), { timeout: 30_000 });
});
afterAll(async () => {
  await Promise.all(talkers.map(({ stop }) => stop()));
  await voice.stop();
  rmSync(RECORDINGS, { recursive: true });
});

test('two people hear each other through the process, in Opus and in PCMU; held, one hears nothing of the other', async () => {
  const customer = await person('call', 'customer', CUSTOMER);
  const agent = await person('call', 'agent', AGENT, 'pcmu');
  await listen(() => {
    loud(customer, AGENT);
    loud(agent, CUSTOMER);
    still(customer, CUSTOMER);
    still(agent, AGENT);
  });

  expect(await voice.provider.hold(customer.leg, true)).toEqual({});
  await listen(() => {
    still(customer, AGENT);
    still(agent, CUSTOMER);
  });
  await voice.provider.hold(customer.leg, false);
  await voice.provider.mute(agent.leg, true);
  await listen(() => {
    still(customer, AGENT);
    loud(agent, CUSTOMER);
  });
  expect(events.filter((event) => 'leg' in event && event.leg === customer.leg && event.type !== 'leg.quality').map(({ type }) => type))
    .toEqual(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.held', 'leg.retrieved']);
}, 60_000);

test('a process that is killed in a recorded call is started again; every leg is told as ended, and new calls go', async () => {
  const before = (await voice.provider.snapshot()).flatMap(({ legs }) => legs.map(({ leg }) => leg));
  expect(before).toHaveLength(2);
  await voice.provider.mute(talkers[1]!.leg, false);
  const { recording } = await voice.provider.record('call', 'start') as { recording: string };
  // Sound goes to the disk every half second; what is there after a while survives.
  await vi.waitFor(() => expect(statSync(join(RECORDINGS, `${recording}.wav.part`)).size).toBeGreaterThan(44 + 1.5 * 64_000), { timeout: 20_000 });
  events.length = 0;
  child.kill();
  await vi.waitFor(() => expect(voice.state()).toBe('down'));
  expect(await voice.provider.hold(before[0]!, true)).toEqual({ refused: 'unavailable' });
  expect(events.filter(({ type }) => type !== 'leg.quality').map((event) => ('cause' in event ? `${event.type} ${event.cause}` : event.type)))
    .toEqual(['leg.ended failed', 'leg.ended failed', 'conference.ended']);

  await vi.waitFor(() => expect(voice.state()).toBe('ready'), { timeout: 20_000 });
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('recording.stopped'));
  expect(await voice.provider.snapshot()).toEqual([]);
  expect(await voice.provider.hold(before[0]!, true)).toEqual({ refused: 'unknown-leg' });
  expect(await voice.door.connect({ token: talkers[0]!.token, sdp: '', address: '192.0.2.1' })).toEqual({ refused: 'bad-token' });

  const mended = events.find(({ type }) => type === 'recording.stopped');
  expect(mended).toMatchObject({ conference: 'call', recording, files: [`${recording}.wav`] });
  const path = join(RECORDINGS, `${recording}.wav`);
  const [left, right] = [await recordedLevels(path, CUSTOMER, 0.5, 1.5), await recordedLevels(path, AGENT, 0.5, 1.5)];
  expect(left.seconds).toBeGreaterThanOrEqual(1.5);
  expect([left.customer > -35, left.staff < -60, right.customer < -60, right.staff > -35]).toEqual([true, true, true, true]);

  const customer = await person('again', 'customer', CUSTOMER);
  const agent = await person('again', 'agent', AGENT);
  await listen(() => {
    loud(customer, AGENT);
    loud(agent, CUSTOMER);
  });
}, 90_000);
