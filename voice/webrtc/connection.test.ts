import { createSocket, Socket } from 'node:dgram';
import dns from 'node:dns';
import { afterEach, expect, test, vi } from 'vitest';
import type { PacketIn } from '../media-transport.ts';
import { connectBrowser, type BrowserConnection } from './connection.ts';
import { readOffer, type Offer } from './offer.ts';
import { farPeer } from './peer.trials.ts';

const SETTINGS = { udpPorts: [42_000, 42_099] as [number, number], addresses: ['127.0.0.1'], ipv6: false };
const open: { close: () => unknown }[] = [];

const accepted = (sdp: string): Offer => {
  const offer = readOffer(sdp);
  if ('refused' in offer) throw new Error(offer.refused);
  return offer;
};

const meet = async (codec: 'opus' | 'pcmu' = 'opus') => {
  const far = farPeer(codec);
  open.push(far);
  // As a browser whose addresses come later, or are hidden.
  const near = await connectBrowser(accepted((await far.offer()).replaceAll(/a=candidate.*\r\n/g, '')), SETTINGS);
  open.push(near.transport);
  await far.take(near.answer);
  await Promise.all([far.connected(), new Promise<void>((done) => near.onConnected(done))]);
  return { far, near };
};

const portOf = (answer: string) => Number(/candidate:\S+ 1 udp \d+ 127\.0\.0\.1 (\d+)/.exec(answer)?.[1]);
const listenTo = (near: BrowserConnection) => {
  const heard: PacketIn[] = [];
  near.transport.onPacket((packet) => heard.push(packet));
  return heard;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

test.each(['opus', 'pcmu'] as const)('a browser and the desk hear each other in %s, and keys are sent with their own type', async (name) => {
  const { far, near } = await meet(name);
  expect(near.transport.codec).toMatchObject(name === 'opus'
    ? { name, payloadType: 111, clockRate: 48_000, digitsPayloadType: 110 }
    : { name, payloadType: 0, clockRate: 8000, digitsPayloadType: 101 });
  const heard = listenTo(near);
  const { payloadType, digitsPayloadType } = near.transport.codec;

  await far.send(new Uint8Array([1, 2, 3]), 960);
  await far.send(new Uint8Array([5, 0, 0, 0]), 1920, digitsPayloadType);
  near.transport.send({ payloadType, timestamp: 960, marker: true, payload: new Uint8Array([7, 8]) });
  near.transport.send({ payloadType: digitsPayloadType!, timestamp: 1920, marker: true, payload: new Uint8Array([9, 0, 0, 0]) });

  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard.map((packet) => [packet.payloadType, [...packet.payload]])).toEqual([[payloadType, [1, 2, 3]], [digitsPayloadType, [5, 0, 0, 0]]]);
  await vi.waitFor(() => expect(far.heard).toHaveLength(2));
  expect(far.heard.map(({ header }) => header.payloadType)).toEqual([payloadType, digitsPayloadType]);
  expect(far.heard[1]!.header.sequenceNumber).toBe((far.heard[0]!.header.sequenceNumber + 1) & 0xffff);
});

test('only ports of the given range are opened, and the browser is told to find us', async () => {
  const { near } = await meet();
  const ports = [...near.answer.matchAll(/candidate:\S+ 1 udp \d+ \S+ (\d+) typ (\w+)/g)];
  expect(ports.length).toBeGreaterThan(0);
  for (const [, port, kind] of ports) {
    expect(Number(port)).toBeGreaterThanOrEqual(42_000);
    expect(Number(port)).toBeLessThanOrEqual(42_099);
    expect(kind).toBe('host');
  }
  expect(near.answer).toContain('a=ice-lite');
});

test('behind 1:1 NAT the answer names the public address with the same port first', async () => {
  const far = farPeer();
  open.push(far);
  const near = await connectBrowser(accepted(await far.offer()), { ...SETTINGS, publicAddress: '203.0.113.9' });
  open.push(near.transport);
  const candidates = [...near.answer.matchAll(/1 udp \d+ (\S+) (\d+) typ host/g)];
  expect(candidates[0]![1]).toBe('203.0.113.9');
  expect(candidates[1]![2]).toBe(candidates[0]![2]);
});

test('after an ICE restart the same call goes on, also when the browser hides its addresses', async () => {
  const { far, near } = await meet();
  const before = /ice-ufrag:(\S+)/.exec(near.answer)![1];
  const answer = await near.restart(accepted((await far.offer(true)).replaceAll(/a=candidate.*\r\n/g, '')));
  expect(/ice-ufrag:(\S+)/.exec(answer)![1]).not.toBe(before);
  const heard = listenTo(near);
  await far.take(answer);
  await vi.waitFor(async () => {
    await far.send(new Uint8Array([4]), 960);
    near.transport.send({ payloadType: 111, timestamp: 960, marker: false, payload: new Uint8Array([6]) });
    expect(heard.length).toBeGreaterThan(0);
    expect(far.heard.length).toBeGreaterThan(0);
  });
});

test('a connection that never comes up ends after 15 seconds, and one gone silent after 10', async () => {
  const far = farPeer();
  open.push(far);
  const never = await connectBrowser(accepted(await far.offer()), SETTINGS);
  const causes: string[] = [];
  never.transport.onClosed((cause) => causes.push(cause));
  never.check(performance.now() + 14_000);
  expect(causes).toEqual([]);
  never.check(performance.now() + 15_100);
  expect(causes).toEqual(['media-lost']);

  const { near } = await meet();
  near.transport.onClosed((cause) => causes.push(cause));
  near.check(performance.now() + 9000);
  expect(causes).toHaveLength(1);
  near.check(performance.now() + 10_100);
  near.check(performance.now() + 20_000);
  expect(causes).toEqual(['media-lost', 'media-lost']);
});

test('a stranger at the port gets no answer, and nobody takes his packets', async () => {
  const { far, near } = await meet();
  const heard = listenTo(near);
  const stranger = createSocket('udp4');
  open.push({ close: () => new Promise<void>((done) => { stranger.close(done); }) });
  const answers: Buffer[] = [];
  stranger.on('message', (packet) => answers.push(packet));
  const asks = Buffer.concat([Buffer.from('000100182112a442', 'hex'), Buffer.alloc(12, 7), Buffer.from('00060003613a6200', 'hex'), Buffer.from('0024000400000001', 'hex'), Buffer.from('c057000400000000', 'hex')]);
  for (const packet of [asks, Buffer.alloc(60, 0x80), Buffer.alloc(60, 22)])
    await new Promise((sent) => { stranger.send(packet, portOf(near.answer), '127.0.0.1', sent); });
  await far.send(new Uint8Array([1]), 960);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(answers).toEqual([]);
});

test('nobody outside is asked where we are: no name is looked up, and nothing is sent before the browser knocks', async () => {
  const [sends, lookups] = [vi.spyOn(Socket.prototype, 'send'), vi.spyOn(dns.promises, 'lookup')];
  const far = farPeer();
  open.push(far);
  const offer = accepted(await far.offer());
  const near = await connectBrowser(offer, SETTINGS);
  open.push(near.transport);
  expect(near.answer).toContain('typ host');
  expect([sends.mock.calls, lookups.mock.calls.map(([name]) => name).filter((name) => !/^[\d.:]+$/.test(name))]).toEqual([[], []]);
  sends.mockRestore();
  lookups.mockRestore();
});
