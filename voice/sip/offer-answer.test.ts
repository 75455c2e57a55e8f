import { expect, test } from 'vitest';
import { agreedBy, answerTo, writeOffer, type OurSide } from './offer-answer.ts';
import { readSdp } from './sdp.ts';

const ours: OurSide = { address: '192.0.2.9', port: 40_000, codecs: ['pcmu', 'pcma'], direction: 'sendrecv', session: { id: 7, version: 1 } };
const sdp = (...lines: string[]) => ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 192.0.2.1', 't=0 0', ...lines, ''].join('\r\n');
const answer = (...lines: string[]) => {
  const read = readSdp(sdp(...lines));
  return read && answerTo(read, ours);
};

test('Our own offer is answered with what we offered', () => {
  const offer = readSdp(writeOffer(ours));
  const other = { ...ours, port: 50_000, address: '192.0.2.1' };
  const answered = offer && answerTo(offer, other);
  const codec = { name: 'pcmu', payloadType: 0, clockRate: 8000, digitsPayloadType: 101 };
  expect(answered?.agreed).toEqual({ codec, far: { address: '192.0.2.9', port: 40_000 }, direction: 'sendrecv' });
  const back = readSdp(answered?.text ?? '');
  expect(back && agreedBy(back, ours)).toEqual({ codec, far: { address: '192.0.2.1', port: 50_000 }, direction: 'sendrecv' });
});

test('The first codec of theirs that we speak is taken, with their number for keys', () => {
  expect(answer('m=audio 9000 RTP/AVP 18 8 0 96', 'a=rtpmap:96 telephone-event/8000')?.agreed.codec).toEqual(
    { name: 'pcma', payloadType: 8, clockRate: 8000, digitsPayloadType: 96 },
  );
  expect(answer('m=audio 9000 RTP/AVP 97', 'a=rtpmap:97 PCMU/8000')?.agreed.codec).toMatchObject({ name: 'pcmu', payloadType: 97 });
});

test('Every stream of an offer is answered, and only the voice is taken', () => {
  const answered = answer('m=video 9002 RTP/AVP 99', 'm=audio 9000 RTP/SAVP 0', 'm=audio 9004 RTP/AVP 0');
  expect(answered?.text.match(/m=.*/g)).toEqual(['m=video 0 RTP/AVP 99', 'm=audio 0 RTP/SAVP 0', 'm=audio 40000 RTP/AVP 0']);
});

for (const [theirs, mine] of [['sendonly', 'recvonly'], ['recvonly', 'sendonly'], ['inactive', 'inactive'], ['sendrecv', 'sendrecv']])
  test(`An offer that is ${theirs} is answered ${mine}`, () => {
    const answered = answer('m=audio 9000 RTP/AVP 0', `a=${theirs}`);
    expect([answered?.agreed.direction, answered?.text.includes(`a=${mine}`)]).toEqual([mine, true]);
  });

test('No voice that both speak is no answer', () => {
  expect(answer('m=audio 9000 RTP/AVP 18', 'a=rtpmap:18 G729/8000')).toBeUndefined();
  expect(answer('m=audio 0 RTP/AVP 0')).toBeUndefined();
});

const HOSTILE: [string, string][] = [
  ['nothing', ''],
  ['no stream', sdp()],
  ['a port beyond all ports', sdp('m=audio 70000 RTP/AVP 0')],
  ['an address that is a name', sdp('m=audio 9000 RTP/AVP 0').replace('192.0.2.1\r\nt', 'evil.example\r\nt')],
  ['an address of the other kind', sdp('m=audio 9000 RTP/AVP 0').replace('c=IN IP4', 'c=IN IP6')],
  ['too many streams', sdp(...Array.from({ length: 20 }, () => 'm=audio 9000 RTP/AVP 0'))],
  ['too many lines', sdp('m=audio 9000 RTP/AVP 0', ...Array.from({ length: 300 }, () => 'a=x'))],
  ['a line that is too long', sdp('m=audio 9000 RTP/AVP 0', `a=${'x'.repeat(2000)}`)],
];
for (const [what, text] of HOSTILE) test(`A description with ${what} is not read`, () => expect(readSdp(text)).toBeUndefined());
