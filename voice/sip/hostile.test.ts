import fc from 'fast-check';
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { corpus, mutated, withinCall } from '../trials/spoiled-messages.ts';
import { cutStream } from './cut-stream.ts';
import { fieldOf, follow, openRawPeer, openTrialTrunk, VOICE } from './raw-peer.trials.ts';
import { readMessage } from './read-message.ts';
import { readRtcp } from './rtcp.ts';
import { readRtp } from './rtp-packet.ts';
import { readSdp } from './sdp.ts';
import { writeMessage } from './write-message.ts';

const RUNS = { numRuns: 2000 };

test('Whatever bytes come, reading them answers and never breaks, and what was read can be written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), mutated(corpus)), (bytes) => {
      const read = readMessage(bytes);
      const again = 'message' in read ? readMessage(writeMessage(read.message)) : { message: 'none was read' };
      expect(again).toHaveProperty('message');
      readSdp(Buffer.from(bytes).toString('latin1'));
      readRtp(Buffer.from(bytes), 0);
      readRtcp(Buffer.from(bytes), 1, 0, 8000);
      cutStream(() => {}, () => {})(Buffer.from(bytes));
    }),
    RUNS,
  );
});

test('A call in progress is not harmed by spoiled messages from its own carrier', async () => {
  const peer = await openRawPeer();
  const { trunk, calls, close } = await openTrialTrunk(peer, { most: { calls: 500, callsWithOneNumber: 500, callsPerMinute: 500 } });
  try {
    const tried = await trunk.call('+49301234567');
    if (tried.refused) throw new Error(tried.refused);
    await expect.poll(() => peer.heard.length).toBe(1);
    const events = follow(tried.call);
    peer.answer('200 OK', [`Contact: <sip:carrier@127.0.0.1:${peer.port}>`, 'Content-Type: application/sdp'], VOICE);
    await expect.poll(() => events).toEqual([{ type: 'answered' }]);

    const call = { id: tried.call.id, near: /tag=(\w+)/.exec(fieldOf(peer.heard[0], 'From'))?.[1] ?? '', far: 'carrier' };
    // A BYE that survives its spoiling is a BYE.
    const spoiled = fc.sample(mutated(corpus.filter((bytes) => !bytes.includes('BYE'))), { numRuns: 600, seed: 7 });
    for (const [number, bytes] of spoiled.entries()) {
      peer.raw(number % 2 === 0 ? bytes : withinCall(bytes, number, call), trunk.local.port);
      if (number % 10 === 0) await breathe();
    }
    peer.say([
      'OPTIONS sip:a@b SIP/2.0', 'Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKlast;rport', 'From: <sip:a@b>;tag=1', 'To: <sip:a@b>',
      'Call-ID: last', 'CSeq: 77 OPTIONS',
    ], trunk.local.port);
    await expect.poll(() => peer.heard.some((message) => fieldOf(message, 'CSeq') === '77 OPTIONS')).toBe(true);
    expect(events.map(({ type }) => type)).not.toContain('ended');
    expect(events.length).toBeGreaterThan(1);
    for (const call of calls) call.hangup();
  } finally {
    await close();
  }
});
