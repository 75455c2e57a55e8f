import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpus, mutated } from './hostile.trials.ts';
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
      if ('message' in read) expect('message' in readMessage(writeMessage(read.message))).toBe(true);
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

    for (const bytes of fc.sample(mutated(corpus), { numRuns: 400, seed: 7 })) peer.raw(bytes, trunk.local.port);
    peer.say([
      'OPTIONS sip:a@b SIP/2.0', 'Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKlast;rport', 'From: <sip:a@b>;tag=1', 'To: <sip:a@b>',
      'Call-ID: last', 'CSeq: 77 OPTIONS',
    ], trunk.local.port);
    await expect.poll(() => peer.heard.some((message) => fieldOf(message, 'CSeq') === '77 OPTIONS')).toBe(true);
    expect(events).toEqual([{ type: 'answered' }]);
    for (const call of calls) call.hangup();
  } finally {
    await close();
  }
});
