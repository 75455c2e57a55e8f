import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { below, mutate } from '../webrtc/mutate.trials.ts';
import { farPeer } from '../webrtc/peer.trials.ts';
import { assemble, type VoiceProcess } from './assemble.ts';
import { readVoiceSettings } from './settings.ts';
import { talker, type Talker } from './talker.trials.ts';

const CUSTOMER = 500;
const AGENT = 800;
const ROUNDS = 34_000;
const TOGETHER = 50;

type Wire = { send: (packet: Buffer, to: [string, number]) => Promise<void> };

const complaints: string[] = [];
let voice: VoiceProcess;
let customer: Talker;
let agent: Talker;
/** What the customer's browser really sent while the call was set up: STUN, DTLS, sound and reports. */
const corpus: Buffer[] = [];
let port = 0;
let address = '';

const hearEachOther = () => vi.waitFor(() => {
  expect(customer.hears(AGENT)).toBeGreaterThan(-35);
  expect(agent.hears(CUSTOMER)).toBeGreaterThan(-35);
}, { timeout: 20_000, interval: 50 });

const comes = async (role: 'customer' | 'agent', hertz: number, sent?: Buffer[]) => {
  const answer = await voice.provider.originate({
    conference: 'call', role, from: '', ringSeconds: 60, idempotencyKey: role, to: role === 'agent' ? { kind: 'agent', id: 'ana' } : { kind: 'web', session: 's' },
  });
  if (answer.refused) throw new Error(answer.refused);
  return talker(voice.door, answer.leg, hertz, 'opus', sent);
};

beforeAll(async () => {
  const settings = readVoiceSettings({ VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '45000-45199', VOICE_ADDRESSES: '127.0.0.1' });
  if ('faults' in settings) throw new Error(settings.faults.join());
  voice = await assemble(settings, (what) => complaints.push(what));
  customer = await comes('customer', CUSTOMER, corpus);
  agent = await comes('agent', AGENT);
  await hearEachOther();
  [address, port] = customer.way();
});
afterAll(async () => {
  await Promise.all([customer.stop(), agent.stop()]);
  await voice.close();
});

/** Sends so many, in handfuls, so that none is dropped on the way; then the call must be as it was. */
const withstands = async (make: (pick: (most: number) => number) => Buffer, send: (packet: Buffer) => Promise<unknown>) => {
  const pick = below(ROUNDS);
  for (let sent = 0; sent < ROUNDS; sent += TOGETHER)
    await Promise.all(Array.from({ length: TOGETHER }, () => send(make(pick))));
  const before = [customer.packets(), agent.packets()] as const;
  await vi.waitFor(() => {
    expect(customer.packets()).toBeGreaterThan(before[0] + 10);
    expect(agent.packets()).toBeGreaterThan(before[1] + 10);
  }, { timeout: 20_000 });
  await hearEachOther();
  expect(complaints).toEqual([]);
  const [call] = await voice.provider.snapshot();
  expect(call!.legs.map(({ state }) => state)).toEqual(['connected', 'connected']);
};
const some = (pick: (most: number) => number, of = corpus) => of[pick(of.length)]!;

test('S26 a call goes on while a stranger floods its port with broken packets', async () => {
  const stranger = createSocket('udp4');
  const send = (packet: Buffer) => new Promise((done) => { stranger.send(packet, port, address, done); });
  await withstands((pick) => mutate(some(pick), pick), send);
  stranger.close();
}, 120_000);

test('S26 a call goes on while its own customer sends broken sound, reports and handshakes between the right ones', async () => {
  const sound = corpus.filter((packet) => packet[0]! >= 20);
  await withstands((pick) => mutate(some(pick, sound), pick), (packet) => wireOf(customer).send(packet, [address, port]));
}, 120_000);

test('S26 a call goes on while somebody who knows its password asks nonsense', async () => {
  const password = /a=ice-pwd:(\S+)/.exec(customer.answer)![1]!;
  const asks = corpus.filter((packet) => packet[0]! <= 3);
  await withstands((pick) => signed(mutate(bodyOf(some(pick, asks)), pick), password, pick), (packet) => wireOf(customer).send(packet, [address, port]));
}, 120_000);

test('S26 handshakes that are broken on the way end in nothing, and the call beside them goes on', async () => {
  const pick = below(7);
  const wrecks = await Promise.all(Array.from({ length: 12 }, async (_, i) => {
    const answer = await voice.provider.originate({ conference: 'wrecks', role: 'customer', from: '', ringSeconds: 60, idempotencyKey: `wreck ${i}`, to: { kind: 'web', session: String(i) } });
    const { token } = await voice.door.invite((answer as { leg: string }).leg) as { token: string };
    const far = farPeer('opus', [], (packet) => (packet[0]! >= 20 && packet[0]! < 64 ? mutate(packet, pick) : packet));
    const taken = await voice.door.connect({ token, sdp: await far.offer(), address: `192.0.2.${i}` });
    await far.take((taken as { sdp: string }).sdp);
    return far;
  }));
  await vi.waitFor(() => expect(wrecks.every(({ sent }) => sent.length >= 4)).toBe(true), { timeout: 20_000 });
  await hearEachOther();
  expect(await voice.provider.endConference('wrecks')).toEqual({});
  await Promise.all(wrecks.map((far) => far.close()));
  await hearEachOther();
  expect(complaints).toEqual([]);
}, 60_000);

const wireOf = ({ far }: Talker): Wire =>
  (far.peer.iceTransports[0]!.connection as unknown as { protocols: { transport: Wire }[] }).protocols[0]!.transport;

/** The attributes of a request, without its signature. */
const bodyOf = (packet: Buffer): Buffer => packet.subarray(20, Math.max(20, packet.length - 32));

/** A request with these attributes, as only a party to the call can sign it. */
const signed = (body: Buffer, password: string, pick: (most: number) => number): Buffer => {
  const padded = Buffer.concat([body.subarray(0, 1000), Buffer.alloc(3)]).subarray(0, Math.ceil(Math.min(body.length, 1000) / 4) * 4);
  const head = Buffer.alloc(20);
  head.writeUInt16BE([1, 1, 1, 3, 0x0011][pick(5)]!, 0);
  head.writeUInt16BE(padded.length + 24, 2);
  head.writeUInt32BE(0x2112a442, 4);
  for (let at = 8; at < 20; at += 1) head[at] = pick(256);
  const covered = Buffer.concat([head, padded]);
  return Buffer.concat([covered, Buffer.from([0, 8, 0, 20]), createHmac('sha1', password).update(covered).digest()]);
};
