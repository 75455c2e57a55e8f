import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { below } from '../webrtc/mutate.trials.ts';
import { offers, spoiledOffer } from '../webrtc/spoiled-offer.trials.ts';
import { assemble, type VoiceProcess } from './assemble.ts';
import { readVoiceSettings } from './settings.ts';
import { talker, type Talker } from './talker.trials.ts';

/** `OFFERS=100000 SEED=7`: so many, and others. */
const OFFERS = Number(process.env.OFFERS ?? 1000);
const SEED = Number(process.env.SEED ?? 1);
const TOGETHER = 10;

const complaints: unknown[] = [];
const broken = (error: unknown) => void complaints.push(error);
let voice: VoiceProcess;
let customer: Talker;
let agent: Talker;
let number = 0;

const leg = async (conference: string) => {
  number += 1;
  const answer = await voice.provider.originate({ conference, role: 'customer', from: '', ringSeconds: 60, idempotencyKey: `leg ${number}`, to: { kind: 'web', session: `s${number}` } });
  if (answer.refused) throw new Error(answer.refused);
  return answer.leg;
};
const hearEachOther = () => vi.waitFor(() => {
  expect(customer.hears(800)).toBeGreaterThan(-35);
  expect(agent.hears(500)).toBeGreaterThan(-35);
}, { timeout: 20_000, interval: 50 });

/** Knocks with each of these at one leg, one after the other; the leg is gone afterwards. */
const knock = async (sdps: string[], said: Map<string, number>) => {
  const id = await leg(`offers ${number}`);
  const { token } = await voice.door.invite(id) as { token: string };
  for (const sdp of sdps) {
    const answer = await voice.door.connect({ token, sdp, address: `192.0.2.${number} ${number}` });
    const word = answer.refused ?? 'answered';
    said.set(word, (said.get(word) ?? 0) + 1);
    if (word === 'failed') complaints.push(sdp);
  }
  await voice.provider.hangup(id);
};

beforeAll(async () => {
  process.on('uncaughtException', broken);
  process.on('unhandledRejection', broken);
  const settings = readVoiceSettings({ VOICE_LATE_MS: '0', VOICE_LEGS: '100', VOICE_UDP_PORTS: '49000-49199', VOICE_ADDRESSES: '127.0.0.1' });
  if ('faults' in settings) throw new Error(settings.faults.join());
  voice = await assemble(settings, (what) => complaints.push(what));
  customer = await talker(voice.door, await leg('call'), 500);
  agent = await talker(voice.door, await leg('call'), 800, 'pcmu');
  await hearEachOther();
});
afterAll(async () => {
  process.off('uncaughtException', broken);
  process.off('unhandledRejection', broken);
  await Promise.all([customer.stop(), agent.stop()]);
  await voice.close();
});

test('S26 a call goes on while broken offers come through the door, each is answered or refused, and their ports come back', async () => {
  const pick = below(SEED);
  const said = new Map<string, number>();
  const open = process.getActiveResourcesInfo().filter((kind) => kind === 'UDPWRAP').length;
  for (let done = 0; done < OFFERS; done += 2 * TOGETHER)
    await Promise.all(Array.from({ length: TOGETHER }, () => knock([spoiledOffer(pick), spoiledOffer(pick)], said)));
  expect(complaints).toEqual([]);
  // Both ways are gone through: most are refused, and many are not too broken to be taken.
  expect(said.get('bad-offer')).toBeGreaterThan(OFFERS / 10);
  expect(said.get('answered')).toBeGreaterThan(OFFERS / 10);
  expect([...said.keys()].filter((word) => !['answered', 'bad-offer', 'no-codec'].includes(word))).toEqual([]);
  if (process.env.OFFERS) process.stderr.write(`${JSON.stringify({ ...Object.fromEntries(said), memoryMb: Math.round(process.memoryUsage.rss() / 2 ** 20) })}\n`);

  await vi.waitFor(() => expect(process.getActiveResourcesInfo().filter((kind) => kind === 'UDPWRAP').length).toBeLessThanOrEqual(open), { timeout: 20_000 });
  await hearEachOther();
  expect((await voice.provider.snapshot()).flatMap(({ legs }) => legs.map(({ state }) => state))).toEqual(['connected', 'connected']);
}, Math.max(120_000, OFFERS * 60));

test('a page that knocks twice at once has one way afterwards, and the other gives its ports back', async () => {
  const [one, other] = [offers[0]!, offers[3]!].map((lines) => lines.join('\r\n'));
  const said = new Set<string>();
  // More often than there are ports.
  for (let round = 0; round < 35; round += 1) {
    const id = await leg(`twice ${number}`);
    const { token } = await voice.door.invite(id) as { token: string };
    for (const { refused } of await Promise.all([one, other].map((sdp) => voice.door.connect({ token, sdp: sdp!, address: id })))) said.add(refused ?? 'answered');
    await voice.provider.hangup(id);
  }
  expect([...said]).toEqual(['answered']);
}, 60_000);

test('every offer that once was odd is answered or refused at once', async () => {
  const said = new Map<string, number>();
  for (const lines of offers) await knock([lines.join('\r\n')], said);
  expect(complaints).toEqual([]);
  expect(said.get('answered')).toBeGreaterThanOrEqual(5);
  expect(said.get('bad-offer')).toBeGreaterThanOrEqual(1);
}, 60_000);
