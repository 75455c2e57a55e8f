import { chromeOffer } from './offer.trials.ts';

/** What Firefox offers: other order, its own attributes, candidates of both components, and the end of them. */
const firefoxOffer = [
  'v=0', 'o=mozilla...THIS_IS_SDPARTA-99.0 5834718470000611341 0 IN IP4 0.0.0.0', 's=-', 't=0 0', 'a=sendrecv',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => (i + 100).toString(16).toUpperCase()).join(':')}`,
  'a=group:BUNDLE 0', 'a=ice-options:trickle', 'a=msid-semantic:WMS *', 'm=audio 56000 UDP/TLS/RTP/SAVPF 109 9 0 8 101', 'c=IN IP4 192.0.2.8',
  'a=candidate:0 1 UDP 2122252543 192.0.2.8 56000 typ host', 'a=candidate:2 1 TCP 2105524479 192.0.2.8 9 typ host tcptype active',
  'a=candidate:1 1 UDP 1686052863 198.51.100.4 41000 typ srflx raddr 192.0.2.8 rport 56000', 'a=sendrecv', 'a=end-of-candidates',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1', 'a=fmtp:101 0-15',
  'a=ice-pwd:6d1e8b2f9a4c3e7d5f0a1b2c3d4e5f60', 'a=ice-ufrag:8f3b2c1d', 'a=mid:0', 'a=msid:{a} {b}', 'a=rtcp-mux',
  'a=rtpmap:109 opus/48000/2', 'a=rtpmap:9 G722/8000/1', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:101 telephone-event/8000/1',
  'a=setup:actpass', 'a=ssrc:2655508255 cname:{c}', '',
];

/** Offers that are odd as a whole; what has ever broken anything is added here and stays. */
const oddOffers = [
  [...chromeOffer, ...chromeOffer.filter((line) => line.startsWith('a=candidate'))],
  chromeOffer.filter((line) => !line.startsWith('a=candidate')),
  chromeOffer.map((line) => line.replace('UDP/TLS/RTP/SAVPF 111', 'UDP/TLS/RTP/SAVPF 0 111')),
  chromeOffer.map((line) => (line.startsWith('a=candidate:1') ? 'a=candidate:1 1 udp 2113937151 169.254.169.254 80 typ host' : line)),
  chromeOffer.map((line) => (line.startsWith('a=candidate:1') ? 'a=candidate:1 1 udp 4294967295 192.0.2.7 0 typ host' : line)),
  chromeOffer.map((line) => line.replace('opus/48000/2', 'opus/48000/2\rm=video 9 x y')),
  chromeOffer.map((line) => (line.startsWith('a=ssrc') ? line.replace('1234567890', '4294967295') : line)),
  ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=rtcp-mux', ''],
];

export const offers: readonly (readonly string[])[] = [chromeOffer, chromeOffer, chromeOffer, firefoxOffer, firefoxOffer, ...oddOffers];

const SPOILS = [
  '', ' ', '\0', '\r', '\r\n', 'a=', '-1', '0', '65536', '4294967296', '1e9', '999999999999999999999', '%s', '../', '\u00e9', '\ud800', '::1', '255.255.255.255', '0.0.0.0',
  'localhost', 'a'.repeat(300), 'a=candidate:'.repeat(30), 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=setup:active', 'a=ice-lite', 'a=fingerprint:sha-1 00',
];

/** An offer like one of those, and wrong in a few places. */
export const spoiledOffer = (pick: (most: number) => number): string => {
  const one = <T>(of: readonly T[]): T => of[pick(of.length)]!;
  let lines = [...one(offers)];
  for (let turns = 1 + pick(4); turns > 0; turns -= 1) {
    const at = pick(lines.length);
    const line = lines[at] ?? '';
    const within = pick(line.length + 1);
    switch (pick(9)) {
      case 0: lines.splice(at, 1); break;
      case 1: lines.splice(pick(lines.length + 1), 0, line); break;
      case 2: lines.splice(at, 1, one(one(offers))); break;
      case 3: lines[at] = line.slice(0, within) + one(SPOILS) + line.slice(within); break;
      case 4: lines[at] = line.replace(/\d+/g, (number) => (pick(2) === 0 ? number : one(SPOILS))); break;
      case 5: lines[at] = line.slice(0, within) + String.fromCharCode(pick(256)) + line.slice(within + 1); break;
      case 6: lines = lines.slice(0, at); break;
      case 7: lines[at] = line.split(' ').toSorted(() => pick(3) - 1).join(' '); break;
      default: lines.push(one(SPOILS), one(one(offers)));
    }
  }
  return lines.join(pick(20) === 0 ? '\n' : '\r\n');
};
