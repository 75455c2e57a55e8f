import fc from 'fast-check';
import { createSocket } from 'node:dgram';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CallEvent, InCall } from '../sip/phone-call.ts';
import { processClock } from '../sip/clock.ts';
import { corpus, mutated, renewed } from './spoiled-messages.ts';
import { openPortRange } from '../sip/port-range.ts';
import { openTrunk } from '../sip/trunk.ts';
import { CAREFUL, type TrunkConfig } from '../sip/trunk-config.ts';
import { until } from './until.ts';

/** 100,000 spoiled messages and packets against a trunk that carries a call: `tsx voice/trials/flood.ts [count]`. */
const COUNT = Number(process.argv[2] ?? 100_000);
const ROOM = { calls: 100_000, callsWithOneNumber: 100_000, callsPerMinute: 1_000_000 };
const ports = openPortRange('127.0.0.1', 43_000, 43_199);
const calls: InCall[] = [];

const line = (name: string, server: number, more: Partial<TrunkConfig> = {}) =>
  openTrunk(
    { ...CAREFUL, name, transport: 'udp', server: { host: '127.0.0.1', port: server }, local: { address: '127.0.0.1', port: 0 },
      callerId: '+4930100', allowedCountries: ['+49'], most: ROOM, ...more },
    { clock: processClock, ports, onCall: (call) => void calls.push(call) },
  );

const there = await line('there', 9);
const here = await line('here', there.local.port);
const tried = await here.call('+49301234567');
if (tried.refused) throw new Error(tried.refused);
const events: CallEvent[] = [];
tried.call.on((event) => events.push(event));
const arrived = await until(() => calls[0]);
arrived?.answer();
await until(() => events.some(({ type }) => type === 'answered'));

let heard = 0;
let timestamp = 0;
arrived?.transport.onPacket(() => (heard += 1));
const speak = setInterval(() => {
  timestamp += 160;
  tried.call.transport.send({ payloadType: 0, timestamp, marker: false, payload: new Uint8Array(160) });
  arrived?.transport.send({ payloadType: 0, timestamp, marker: false, payload: new Uint8Array(160) });
}, 20);

const socket = createSocket('udp4');
const before = process.memoryUsage().rss;
const began = performance.now();
const packets = fc.sample(mutated(corpus), { numRuns: Math.min(COUNT, 5000), seed: 11 });
for (let sent = 0; sent < COUNT; sent += 1) {
  const port = [here.local.port, there.local.port, 43_000, 43_001, 43_002, 43_003][sent % 6] ?? 0;
  // Each round spoils what was spoiled before once more.
  const packet = renewed(packets[sent % packets.length]!, sent);
  if (sent >= packets.length && packet.length > 0) packet[(sent * 7919) % packet.length] = sent & 0xff;
  socket.send(packet, port, '127.0.0.1');
  if (sent % 10 === 0) await breathe();
}
const seconds = (performance.now() - began) / 1000;
for (const call of calls.slice(1)) call.hangup();
const then = heard;
await until(() => heard > then + 20, 5000);
tried.call.hangup();
const read = here.counts();
process.stdout.write(`${JSON.stringify({
  sent: COUNT,
  seconds: Math.round(seconds),
  callAlive: events.map(({ type }) => type).join(' ') === 'answered ended' && heard > then + 20,
  callsThatItBegan: calls.length - 1,
  unreadable: { here: read.unreadable, there: there.counts().unreadable },
  memoryGrownMb: Math.round((process.memoryUsage().rss - before) / 1e6),
})}\n`);
clearInterval(speak);
socket.close();
await Promise.all([here.close(), there.close()]);
