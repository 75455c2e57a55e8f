import fc from 'fast-check';
import { farPhone, humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { anyPacket } from '@firstline/testing/voice/hostile-packets.ts';
import { createMixer } from '../mixer/mixer.ts';

/** Sends mutated packets, a stream of a thousand at a time, into a leg and holds the mixer to going on: 100 000 unless told otherwise. */
const wanted = Number(process.argv[2] ?? 100_000);
const STREAM = 1000;

const streams = Math.ceil(wanted / STREAM);
const began = performance.now();
for (let stream = 0; stream < streams; stream += 1) {
  const codec = stream % 2 === 0 ? pcmu : opus;
  const mixer = createMixer();
  const phone = farPhone(codec, humming(440));
  const other = farPhone(pcmu, humming(880));
  mixer.join('call', { leg: 'hostile', side: 'customer', transport: phone.transport });
  mixer.join('call', { leg: 'other', side: 'staff', transport: other.transport });
  const changes = fc.sample(anyPacket, { numRuns: STREAM, seed: stream });
  changes.forEach((change, i) => {
    phone.arrives(change(phone.next(i * 20), codec));
    mixer.tick((i + 1) * 20);
  });
  if (other.sent.length !== STREAM) throw new Error(`Stream ${stream}: ${other.sent.length} of ${STREAM} packets went out.`);
}
const heap = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0);
console.log(`${streams * STREAM} packets, nothing thrown, nothing left out; ${((performance.now() - began) / 1000).toFixed(0)} s, heap ${heap} MB.`);
