import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VoiceEvent } from '../provider/voice-event.ts';
import { forkVoice, superviseVoice, type SupervisedVoice, type VoiceChild } from '../supervise.ts';
import { recordedLevels } from './recorded.trials.ts';
import { talker, type Talker } from './talker.trials.ts';

/** `CALLS=10` for as many as a process is planned for; three show the same in a few seconds. */
const CALLS = Number(process.env.CALLS ?? 3);
const RECORDINGS = mkdtempSync(join(tmpdir(), 'firstline-killed-'));
const ENV = { ...process.env, VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '48000-48199', VOICE_ADDRESSES: '127.0.0.1', VOICE_RECORDINGS: RECORDINGS };
const start = forkVoice(join(import.meta.dirname, '../main.ts'), ENV, ['--import', 'tsx']);
const SECOND = 64_000;

type Call = { name: string; customer: Talker; agent: Talker; recording: string };
/** What the two of a call hum: first the one pair, later the other, so that it is known how far a recording goes. */
const tones = (call: number, later: boolean) => ({ customer: 400 + 20 * call + (later ? 1000 : 0), agent: 700 + 20 * call + (later ? 1000 : 0) });

const calls: Call[] = [];
const again: Talker[] = [];
const events: VoiceEvent[] = [];
let voice: SupervisedVoice;
let child: VoiceChild;

const comes = async (name: string, role: 'customer' | 'agent', hertz: number) => {
  const answer = await voice.provider.originate({
    conference: name, role, from: '', ringSeconds: 60, idempotencyKey: `${name} ${role}`, to: role === 'agent' ? { kind: 'agent', id: name } : { kind: 'web', session: name },
  });
  if (answer.refused) throw new Error(answer.refused);
  return talker(voice.door, answer.leg, hertz, role === 'agent' ? 'pcmu' : 'opus');
};
const wait = (claims: () => unknown) => vi.waitFor(claims, { timeout: 60_000, interval: 50 });
const hearEachOther = (later: boolean) => wait(() => {
  const deaf = calls.flatMap(({ name, customer, agent }, i) => {
    const hums = tones(i, later);
    return customer.hears(hums.agent) > -35 && agent.hears(hums.customer) > -35 ? [] : [name];
  });
  expect(deaf).toEqual([]);
});
const begun = ({ recording }: Call) => statSync(join(RECORDINGS, `${recording}.wav.part`)).size;
/** As many bytes further, each. */
const goOn = (from: number[]) => wait(() => expect(calls.every((call, i) => begun(call) > from[i]! + SECOND)).toBe(true));
const told = (type: VoiceEvent['type']) => events.filter((event) => event.type === type);

beforeAll(async () => {
  voice = superviseVoice(() => (child = start()));
  voice.provider.onEvent(async (event) => void events.push(event));
  await wait(() => expect(voice.state()).toBe('ready'));
  for (let i = 0; i < CALLS; i += 1) {
    const name = `call ${i}`;
    const [customer, agent] = await Promise.all([comes(name, 'customer', tones(i, false).customer), comes(name, 'agent', tones(i, false).agent)]);
    const { recording } = await voice.provider.record(name, 'start') as { recording: string };
    calls.push({ name, customer, agent, recording });
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([...calls.flatMap(({ customer, agent }) => [customer, agent]), ...again].map(({ stop }) => stop()));
  await voice.stop();
  rmSync(RECORDINGS, { recursive: true });
});

test('S26 a voice process that is killed in recorded calls leaves each recording whole to the last second, ends every leg, and takes calls again', async () => {
  await hearEachOther(false);
  const atFirst = calls.map(begun);
  await goOn(atFirst);
  calls.forEach(({ customer, agent }, i) => {
    customer.hums(tones(i, true).customer);
    agent.hums(tones(i, true).agent);
  });
  await hearEachOther(true);
  await goOn(calls.map(begun));

  expect((await voice.provider.snapshot()).flatMap(({ legs }) => legs.map(({ state }) => state))).toEqual(Array(2 * CALLS).fill('connected'));
  const atDeath = calls.map(begun);
  events.length = 0;
  child.kill();
  await wait(() => expect(voice.state()).toBe('down'));
  // What callers hear: nothing more.
  const lastPackets = calls.map(({ customer, agent }) => [customer.packets(), agent.packets()]);

  await wait(() => expect(told('recording.stopped')).toHaveLength(CALLS));
  expect(calls.map(({ customer, agent }) => [customer.packets(), agent.packets()])).toEqual(lastPackets);
  const ended = events.flatMap((event) => (event.type === 'leg.ended' ? [`${event.leg} ${event.cause}`] : []));
  expect(ended.sort()).toEqual(calls.flatMap(({ customer, agent }) => [`${customer.leg} failed`, `${agent.leg} failed`]).sort());
  expect(told('conference.ended').map(({ conference }) => conference).sort()).toEqual(calls.map(({ name }) => name).sort());
  expect(await voice.provider.snapshot()).toEqual([]);

  expect(readdirSync(RECORDINGS).filter((file) => file.endsWith('.part'))).toEqual([]);
  for (const [i, { name, recording }] of calls.entries()) {
    expect(told('recording.stopped').find((event) => event.conference === name)).toMatchObject({ recording, files: [`${recording}.wav`] });
    const path = join(RECORDINGS, `${recording}.wav`);
    const { seconds } = await recordedLevels(path, 1);
    expect(seconds).toBeGreaterThanOrEqual((atDeath[i]! - 44) / SECOND);
    for (const [later, from, to] of [[false, atFirst[i]! / SECOND + 0.1, atFirst[i]! / SECOND + 0.6], [true, seconds - 1, seconds]] as const) {
      const hums = tones(i, later);
      const [left, right] = [await recordedLevels(path, hums.customer, from, to), await recordedLevels(path, hums.agent, from, to)];
      expect([name, later, left.customer > -35, left.staff < -55, right.customer < -55, right.staff > -35]).toEqual([name, later, true, true, true, true]);
    }
  }

  // Whoever knocks with the key of a leg that is gone is turned away; who is called again is heard again.
  expect(await voice.door.connect({ token: calls[0]!.customer.token, sdp: '', address: '192.0.2.1' })).toEqual({ refused: 'bad-token' });
  again.push(await comes('again', 'customer', 500), await comes('again', 'agent', 800));
  await wait(() => expect([again[0]!.hears(800) > -35, again[1]!.hears(500) > -35]).toEqual([true, true]));
}, 180_000);
