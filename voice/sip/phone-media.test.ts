import { createSocket } from 'node:dgram';
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../../testing/hand-clock.ts';
import type { FarReport, PacketIn } from '../media-transport.ts';
import { openPhoneMedia } from './phone-media.ts';
import { openPortRange } from './port-range.ts';
import { shortNtp, writeRtcp } from './rtcp.ts';
import { writeRtp } from './rtp-packet.ts';

let closes: (() => void)[] = [];
afterEach(() => {
  for (const close of closes) close();
  closes = [];
});

const open = async (far: string, signalling = '127.0.0.1') => {
  const clock = handClock();
  const pair = await openPortRange('127.0.0.1', 42_400, 42_499).take();
  if (!pair) throw new Error('No port is free.');
  const media = openPhoneMedia(pair, clock, signalling);
  closes.push(media.close);
  const heard: PacketIn[] = [];
  media.transport.onPacket((packet) => heard.push(packet));
  const agree = (port: number) =>
    media.agree({ codec: { name: 'pcmu', payloadType: 0, clockRate: 8000 }, far: { address: far, port }, direction: 'sendrecv' });
  return { clock, media, heard, agree };
};

const speaker = async (address: string) => {
  const socket = createSocket('udp4');
  const got: Buffer[] = [];
  socket.on('message', (bytes) => got.push(bytes));
  await new Promise<void>((bound) => socket.bind(0, address, bound));
  closes.push(() => socket.close());
  const port = socket.address().port;
  const say = (timestamp: number, to: number, payloadType = 0) =>
    socket.send(writeRtp({ payloadType, timestamp, marker: false, payload: new Uint8Array(160) }, timestamp / 160, 7), to, '127.0.0.1');
  return { port, say, got, raw: (bytes: Uint8Array, to: number) => socket.send(bytes, to, '127.0.0.1') };
};

test('Only the negotiated far end is heard; a stranger and what was not agreed are counted', async () => {
  const { media, heard, agree } = await open('127.0.0.2');
  const [far, stranger] = [await speaker('127.0.0.2'), await speaker('127.0.0.3')];
  agree(far.port);
  stranger.say(160, media.port);
  far.say(160, media.port, 18);
  far.raw(Buffer.from([0x80, 0, 1]), media.port);
  await expect.poll(() => media.refused()).toBe(3);
  far.say(320, media.port);
  await expect.poll(() => heard.map(({ timestamp }) => timestamp)).toEqual([320]);
});

test('Another port of the far end is locked on to, until the negotiated one speaks', async () => {
  const { media, heard, agree } = await open('127.0.0.2');
  const [told, real, third] = [await speaker('127.0.0.2'), await speaker('127.0.0.2'), await speaker('127.0.0.2')];
  agree(told.port);
  real.say(160, media.port);
  await expect.poll(() => heard.length).toBe(1);
  third.say(320, media.port);
  await expect.poll(() => media.refused()).toBe(1);
  media.transport.send({ payloadType: 0, timestamp: 0, marker: false, payload: new Uint8Array(160) });
  await expect.poll(() => [real.got.length, told.got.length]).toEqual([1, 0]);
  told.say(480, media.port);
  await expect.poll(() => heard.length).toBe(2);
  real.say(640, media.port);
  await expect.poll(() => media.refused()).toBe(2);
});

test('A far end behind NAT is heard from where its call comes from, a public one is not', async () => {
  const hidden = await open('192.168.7.7', '127.0.0.2');
  const far = await speaker('127.0.0.2');
  hidden.agree(9000);
  far.say(160, hidden.media.port);
  await expect.poll(() => hidden.heard.length).toBe(1);

  const open2 = await open('203.0.113.7', '127.0.0.2');
  open2.agree(9000);
  far.say(160, open2.media.port);
  await expect.poll(() => open2.media.refused()).toBe(1);
});

test('Reports say what the far side lost of us, and ours say what we lost of it', async () => {
  const { clock, media, agree } = await open('127.0.0.2');
  const far = await speaker('127.0.0.2');
  const reports: FarReport[] = [];
  media.transport.onReport((report) => reports.push(report));
  agree(far.port);
  for (const timestamp of [160, 320, 640, 800]) far.say(timestamp, media.port);
  media.transport.send({ payloadType: 0, timestamp: 0, marker: false, payload: new Uint8Array(160) });
  await expect.poll(() => far.got.length).toBe(1);
  const ours = far.got[0]!.readUInt32BE(8);
  const lastReport = shortNtp(clock.now());
  clock.pass(100);
  far.raw(
    writeRtcp(7, undefined, { source: ours, lostShare: 0.25, lostInAll: 1, highest: 4, jitter: 80, lastReport, sinceReport: shortNtp(40) }),
    media.port + 1,
  );
  await expect.poll(() => reports.length).toBe(1);
  expect(reports[0]).toMatchObject({ lost: 0.25, jitterMs: 10 });
  expect(reports[0]?.roundTripMs).toBeCloseTo(60, 0);
});

test('Nothing is sent to a group, to port 80, or to nowhere', async () => {
  const { media } = await open('127.0.0.2');
  for (const far of [{ address: '239.1.1.1', port: 9000 }, { address: '127.0.0.2', port: 80 }, { address: '0.0.0.0', port: 9000 }]) {
    media.agree({ codec: { name: 'pcmu', payloadType: 0, clockRate: 8000 }, far, direction: 'sendrecv' });
    expect(() => media.transport.send({ payloadType: 0, timestamp: 0, marker: false, payload: new Uint8Array(160) })).not.toThrow();
  }
});

test('A range with no pair left says so', async () => {
  const ports = openPortRange('127.0.0.1', 42_500, 42_503);
  const pairs = [await ports.take(), await ports.take()];
  closes.push(() => pairs.forEach((pair) => [pair?.sound.close(), pair?.reports.close()]));
  expect([pairs.map((pair) => pair?.port), await ports.take()]).toEqual([[42_500, 42_502], undefined]);
});
