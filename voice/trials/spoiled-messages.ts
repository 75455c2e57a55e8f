import fc from 'fast-check';
import { writeRtcp } from '../sip/rtcp.ts';
import { writeRtp } from '../sip/rtp-packet.ts';

const SDP = [
  'v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', 'm=audio 42900 RTP/AVP 8 0 101',
  'a=rtpmap:8 PCMA/8000', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-15', 'a=ptime:20', 'a=sendrecv', '',
].join('\r\n');

const head = (start: string, method: string, more: readonly string[], body = '') =>
  Buffer.from([
    start, 'Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKcorpus;rport', 'Max-Forwards: 70',
    'From: "Ana" <sip:+49309@carrier>;tag=far', 'To: <sip:+4930100@desk>;tag=near', 'Call-ID: corpus@carrier', `CSeq: 7 ${method}`,
    ...more, `Content-Length: ${body.length}`, '', body,
  ].join('\r\n'));

/** Honest messages and packets, to be spoiled. */
export const corpus: readonly Buffer[] = [
  head('INVITE sip:+4930100@desk SIP/2.0', 'INVITE', ['Contact: <sip:a@127.0.0.1>', 'Supported: timer', 'Session-Expires: 1800;refresher=uac', 'Content-Type: application/sdp'], SDP),
  head('INVITE sip:+4930100@desk SIP/2.0', 'INVITE', ['Contact: <sip:a@127.0.0.1>', 'Content-Type: application/sdp'], SDP).subarray(0, 250),
  head('ACK sip:+4930100@desk SIP/2.0', 'ACK', []),
  head('BYE sip:+4930100@desk SIP/2.0', 'BYE', ['Reason: Q.850;cause=16']),
  head('CANCEL sip:+4930100@desk SIP/2.0', 'CANCEL', []),
  head('OPTIONS sip:desk SIP/2.0', 'OPTIONS', ['Accept: application/sdp']),
  head('INFO sip:+4930100@desk SIP/2.0', 'INFO', ['Content-Type: application/dtmf-relay'], 'Signal=5\r\nDuration=160\r\n'),
  head('UPDATE sip:+4930100@desk SIP/2.0', 'UPDATE', ['Content-Type: application/sdp'], SDP),
  head('SIP/2.0 200 OK', 'INVITE', ['Record-Route: <sip:p@127.0.0.1;lr>', 'Contact: <sip:b@127.0.0.1>', 'Content-Type: application/sdp'], SDP),
  head('SIP/2.0 401 Unauthorized', 'REGISTER', ['WWW-Authenticate: Digest realm="a", nonce="b", qop="auth,auth-int", algorithm=MD5']),
  head('SIP/2.0 183 Session Progress', 'INVITE', ['Content-Type: application/sdp'], SDP),
  Buffer.from(SDP),
  writeRtp({ payloadType: 0, timestamp: 160, marker: true, payload: new Uint8Array(160).fill(0xff) }, 1, 7),
  writeRtp({ payloadType: 101, timestamp: 160, marker: true, payload: new Uint8Array([5, 10, 0, 160]) }, 2, 7),
  writeRtcp(7, { ntp: 1, timestamp: 2, packets: 3, octets: 4 }, { source: 1, lostShare: 0.1, lostInAll: 1, highest: 9, jitter: 3, lastReport: 5, sinceReport: 6 }),
];

const SPOILS = ['\r\n', '\r\n\r\n', '\0', ';', ',', '"', '<', '>', '@', ':', '99999999999', '-1', '\u00e4', 'Content-Length: 5\r\n', 'Via: x\r\n', ' ', '%00', 'a'.repeat(300)];

type Spoil = { at: number; what: 'flip' | 'cut' | 'put' | 'twice' | 'drop'; by: number };

/** The same message as a new one: other branch, other call, and on every other one no dialog yet. */
export const renewed = (message: Buffer, number: number): Buffer => {
  const text = message.toString('latin1').replace('z9hG4bKcorpus', `z9hG4bK${number}`).replace('corpus@', `corpus${number}@`);
  return Buffer.from(number % 2 === 0 ? text.replace(';tag=near', '') : text, 'latin1');
};

/** The same message as one of a call in progress. */
export const withinCall = (message: Buffer, number: number, call: { id: string; near: string; far: string }): Buffer =>
  Buffer.from(
    message.toString('latin1').replace('z9hG4bKcorpus', `z9hG4bKin${number}`).replace('corpus@carrier', call.id)
      .replace('tag=near', `tag=${call.near}`).replace('tag=far', `tag=${call.far}`).replace('CSeq: 7 ', `CSeq: ${7 + number} `),
    'latin1',
  );

/** One of these messages, spoiled in a few places. */
export const mutated = (from: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.constantFrom(...from),
      fc.array(
        fc.record({
          // Anywhere alike: chance left to itself would spoil mostly the first letters.
          at: fc.noBias(fc.nat(9999)),
          what: fc.constantFrom<Spoil['what']>('flip', 'cut', 'put', 'twice', 'drop'),
          by: fc.nat(255),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([message, spoils]) => spoils.reduce(spoiled, message));

const spoiled = (bytes: Buffer, { at, what, by }: Spoil): Buffer => {
  const place = Math.floor((at / 10_000) * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (what) {
    case 'flip':
      return Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (by || 1)]), after.subarray(1)]);
    case 'cut':
      return Buffer.from(before);
    case 'put':
      return Buffer.concat([before, Buffer.from(SPOILS[by % SPOILS.length] ?? ''), after]);
    case 'twice':
      return Buffer.concat([before, after.subarray(0, by), after]);
    case 'drop':
      return Buffer.concat([before, after.subarray(by)]);
  }
};
