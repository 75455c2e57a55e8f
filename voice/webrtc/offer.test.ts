import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chromeOffer } from './offer.trials.ts';
import { isUsableCandidate, MOST_SDP, readOffer } from './offer.ts';

const offer = chromeOffer.join('\r\n');
const changed = (from: string | RegExp, to: string) => readOffer(offer.replace(from, to));

describe('an offer from a browser', () => {
  test('is read with Opus first and keys on the same clock', () => {
    const read = readOffer(offer);
    expect(read).toMatchObject({
      ufrag: 'K1xV', mid: '0',
      codec: { name: 'opus', payloadType: 111, clockRate: 48_000 },
      digits: { name: 'telephone-event', payloadType: 110, clockRate: 48_000 },
    });
  });

  test('reaches the engine with lines that we know and no others', () => {
    const { sdp } = readOffer(offer) as { sdp: string };
    expect(sdp).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111 110\r\n');
    expect(sdp).toContain('a=ssrc:1234567890 cname:far');
    for (const gone of ['extmap', 'rtcp-fb', 'red/', 'msid', '.local', 'tcptype']) expect(sdp).not.toContain(gone);
    expect(sdp.match(/a=candidate/g)).toHaveLength(1);
  });

  test('without Opus is taken with PCMU, also when its type needs no line', () => {
    const plain = offer.replace(/SAVPF .*/, 'SAVPF 0 126').replace('a=rtpmap:0 PCMU/8000\r\n', '');
    expect(readOffer(plain)).toMatchObject({ codec: { name: 'pcmu', payloadType: 0 }, digits: { payloadType: 126 } });
  });

  test('without a codec that both know is refused as that', () => {
    expect(changed(/SAVPF .*/, 'SAVPF 9 13')).toEqual({ refused: 'no-codec' });
    expect(changed('opus/48000/2', 'opus/16000/2')).toMatchObject({ codec: { name: 'pcmu' } });
  });

  test.each([
    ['too long', offer + 'a=x\r\n'.repeat(MOST_SDP / 4)],
    ['too many lines', offer + 'a=\r\n'.repeat(400)],
    ['two ways of sound', `${offer}m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n`],
    ['a picture', `${offer}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`],
    ['data', offer.replace(/m=audio.*/, 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel')],
    ['no encryption', offer.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP')],
    ['no fingerprint', offer.replace(/a=fingerprint.*\r\n/, '')],
    ['a weak fingerprint', offer.replace('sha-256', 'md5')],
    ['no password', offer.replace(/a=ice-pwd.*\r\n/, '')],
    ['a second port for reports', offer.replace('a=rtcp-mux\r\n', '')],
    ['nothing', ''],
    ['a page', '<html></html>'],
  ])('with %s is refused', (_, text) => {
    expect(readOffer(text)).toEqual({ refused: 'bad-offer' });
  });

  test('never throws and is never long, whatever it says', () => {
    const lines = offer.split('\r\n');
    fc.assert(fc.property(
      fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 60 }), fc.constantFrom('a=rtpmap:0 ', 'm=audio', 'a=candidate:'))),
      (said) => {
        const read = readOffer(['v=0', ...said].join('\r\n'));
        expect('sdp' in read ? read.sdp.length : 0).toBeLessThan(MOST_SDP);
      },
    ));
  });
});

test.each([
  ['candidate:1 1 udp 2113937151 192.0.2.7 50000 typ host', true],
  ['candidate:1 1 udp 2113937151 2001:db8::7 50000 typ host generation 0', true],
  ['candidate:1 1 udp 2113937151 0c5a.local 50000 typ host', false],
  ['candidate:1 1 tcp 1518280447 192.0.2.7 9 typ host tcptype active', false],
  ['candidate:1 1 udp 2113937151 127.0.0.1 53 typ host', false],
  ['candidate:1 1 udp 2113937151 224.0.0.251 5353 typ host', false],
  ['candidate:1 1 udp 2113937151 ::1 53 typ host', false],
  ['candidate:1 1 udp 2113937151 internal.example 53 typ host', false],
])('%s is used: %s', (candidate, used) => {
  expect(isUsableCandidate(candidate)).toBe(used);
});
