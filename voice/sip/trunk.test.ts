import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../../testing/hand-clock.ts';
import type { PacketIn } from '../media-transport.ts';
import type { CallEvent, InCall, OutCall } from './phone-call.ts';
import { openPortRange } from './port-range.ts';
import { openTrunk, type Trunk } from './trunk.ts';
import type { TrunkAlert } from './trunk-alert.ts';
import { CAREFUL, type TrunkConfig } from './trunk-config.ts';

const clock = handClock();
const open = new Set<Trunk>();
afterEach(async () => {
  const closing = [...open].map((trunk) => trunk.close());
  clock.pass(2000);
  await Promise.all(closing);
  open.clear();
});

const line = async (at: Partial<TrunkConfig> & Pick<TrunkConfig, 'server'>, isLate = () => false) => {
  const calls: InCall[] = [];
  const alerts: TrunkAlert[] = [];
  const trunk = await openTrunk(
    {
      ...CAREFUL,
      name: 'test',
      transport: 'udp',
      local: { address: '127.0.0.1', port: 0 },
      callerId: '+4930100',
      allowedCountries: ['+49'],
      ...at,
    },
    {
      clock,
      ports: openPortRange('127.0.0.1', 42_000, 42_199),
      onCall: (call) => calls.push(call),
      onAlert: (alert) => alerts.push(alert),
      isLate,
    },
  );
  open.add(trunk);
  return { trunk, calls, alerts };
};

/** An office and a carrier that know each other. */
const twoLines = async (office: Partial<TrunkConfig> = {}, carrier: Partial<TrunkConfig> = {}) => {
  const there = await line({ server: { host: '127.0.0.1', port: 9 }, ...carrier });
  const here = await line({ server: { host: '127.0.0.1', port: there.trunk.local.port }, ...office });
  return { here, there };
};

const heard = (call: Pick<InCall, 'on'>) => {
  const events: CallEvent[] = [];
  call.on((event) => events.push(event));
  return events;
};

const dial = async (from: { trunk: Trunk }, to: { calls: InCall[] }) => {
  const tried = await from.trunk.call('+49301234567');
  if (tried.refused) throw new Error(tried.refused);
  const told = heard(tried.call);
  await expect.poll(() => to.calls.length).toBe(1);
  return { out: tried.call, told, arrived: to.calls[0]! };
};

const talk = async (parts: Awaited<ReturnType<typeof dial>>) => {
  parts.arrived.ring();
  await expect.poll(() => parts.told).toContainEqual({ type: 'ringing', early: false });
  parts.arrived.answer();
  await expect.poll(() => parts.told).toContainEqual({ type: 'answered' });
  return parts;
};

const ended = (cause: string) => ({ type: 'ended', cause });
const hears = (call: OutCall) => {
  const packets: PacketIn[] = [];
  call.transport.onPacket((packet) => packets.push(packet));
  return packets;
};
const voice = (timestamp: number) => ({ payloadType: 0, timestamp, marker: false, payload: new Uint8Array(160).fill(0xd5) });

/** A certificate for this run; without openssl the line over TLS is not tried. */
const certificate = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'line-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = spawnSync('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=carrier',
      '-addext', 'subjectAltName=DNS:carrier.test', '-keyout', key, '-out', cert,
    ]);
    return made.status === 0 ? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

test.skipIf(!certificate)('A line over TLS whose certificate is not trusted, or is for another name, carries no call', async () => {
  const there = await line({ transport: 'tls', tls: certificate, server: { host: '127.0.0.1', port: 9 } });
  const server = { host: '127.0.0.1', port: there.trunk.local.port };
  for (const tls of [{ serverName: 'carrier.test' }, { serverName: 'other.test', ca: certificate?.cert }]) {
    const here = await line({ transport: 'tls', tls, server });
    const tried = await here.trunk.call('+49301234567');
    if (tried.refused) throw new Error(tried.refused);
    const told = heard(tried.call);
    await expect.poll(() => told).toEqual([ended('unreachable')]);
  }
  expect(there.calls).toEqual([]);
});

for (const transport of ['udp', 'tcp', ...(certificate ? (['tls'] as const) : [])] as const)
  test(`R-105 Two lines over ${transport} call each other, hear each other and hang up`, async () => {
    const { here, there } = await twoLines(
      { transport, tls: { serverName: 'carrier.test', ca: certificate?.cert } },
      { transport, tls: { ...certificate } },
    );
    const { out, told, arrived } = await talk(await dial(here, there));
    expect(arrived).toMatchObject({ from: '+4930100', to: '+49301234567' });
    expect(out.transport.codec).toEqual({ name: 'pcmu', payloadType: 0, clockRate: 8000, digitsPayloadType: 101 });

    const [atCaller, atCalled] = [hears(out), hears(arrived)];
    out.transport.send(voice(160));
    await expect.poll(() => atCalled.length).toBe(1);
    arrived.transport.send(voice(320));
    await expect.poll(() => atCaller).toMatchObject([{ payloadType: 0, timestamp: 320, payload: voice(0).payload }]);

    const toldThere = heard(arrived);
    out.hangup();
    await expect.poll(() => toldThere).toContainEqual(ended('normal'));
    expect(told.at(-1)).toEqual(ended('normal'));
    expect([here.trunk.counts().calls, there.trunk.counts().calls]).toEqual([0, 0]);
  });

test('R-106 Hold stops the far side from sending, and resume lets it send again', async () => {
  const { here, there } = await twoLines();
  const { out, arrived } = await talk(await dial(here, there));
  const toldThere = heard(arrived);
  expect(await out.hold(true)).toBe(true);
  expect(toldThere).toContainEqual({ type: 'far-hold', on: true });
  const atCaller = hears(out);
  arrived.transport.send(voice(160));
  expect(await out.hold(false)).toBe(true);
  expect(toldThere.at(-1)).toEqual({ type: 'far-hold', on: false });
  arrived.transport.send(voice(320));
  await expect.poll(() => atCaller.map(({ timestamp }) => timestamp)).toEqual([320]);
});

test('R-106 Keys pressed arrive as RFC 4733 events, each with three ends', async () => {
  const { here, there } = await twoLines();
  const { out, arrived } = await talk(await dial(here, there));
  const atCalled = hears(arrived);
  expect(out.sendDigits('1x')).toBe(false);
  expect(out.sendDigits('15#7')).toBe(true);
  for (let step = 0; step < 100; step += 1) clock.pass(20);
  await expect.poll(() => atCalled.filter(({ payload }) => payload[1]! & 0x80).map(({ payload }) => payload[0])).toEqual(
    [1, 5, 11, 7].flatMap((key) => [key, key, key]),
  );
  expect(new Set(atCalled.map(({ payloadType }) => payloadType))).toEqual(new Set([101]));
});

for (const [cause, there] of [['busy', 'busy'], ['rejected', 'rejected'], ['no-answer', 'no-answer']] as const)
  test(`A call that is refused as ${there} ends as ${cause}`, async () => {
    const lines = await twoLines();
    const { told, arrived } = await dial(lines.here, lines.there);
    arrived.reject(there);
    await expect.poll(() => told).toContainEqual(ended(cause));
  });

test('A call that rings too long is taken back, and both sides hear why', async () => {
  const { here, there } = await twoLines({ ringSeconds: 20 });
  const { told, arrived } = await dial(here, there);
  const toldThere = heard(arrived);
  arrived.ring();
  await expect.poll(() => told.length).toBe(1);
  clock.pass(20_000);
  expect(told).toContainEqual(ended('no-answer'));
  await expect.poll(() => toldThere).toContainEqual(ended('canceled'));
});

test('A caller who gives up before the answer is told as canceled', async () => {
  const { here, there } = await twoLines();
  const { out, told, arrived } = await dial(here, there);
  const toldThere = heard(arrived);
  out.hangup();
  expect(told).toContainEqual(ended('canceled'));
  await expect.poll(() => toldThere).toContainEqual(ended('canceled'));
});

test('Ten silent seconds end a call as media-lost, but not while it is held', async () => {
  const { here, there } = await twoLines();
  const { out, told, arrived } = await talk(await dial(here, there));
  expect(await out.hold(true)).toBe(true);
  const music = hears(arrived);
  for (let second = 1; second <= 15; second += 1) {
    out.transport.send(voice(second * 8000));
    await expect.poll(() => music.length).toBe(second);
    clock.pass(1000);
  }
  expect(told).not.toContainEqual(ended('media-lost'));
  expect(await out.hold(false)).toBe(true);
  clock.pass(9000);
  expect(told).not.toContainEqual(ended('media-lost'));
  clock.pass(2000);
  expect(told).toContainEqual(ended('media-lost'));
});
