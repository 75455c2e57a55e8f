/** What Chromium offers for one microphone, with a candidate of each kind. */
export const chromeOffer = [
  'v=0', 'o=- 4611731400430051336 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0', 'a=extmap-allow-mixed', 'a=msid-semantic: WMS stream',
  'm=audio 50000 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126', 'c=IN IP4 192.0.2.7', 'a=rtcp:9 IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2113937151 192.0.2.7 50000 typ host generation 0 network-id 1',
  'a=candidate:2 1 udp 2113937151 0c5a9c1e-0f3c-4f55-a7ee-1f0f6a2b7d10.local 50001 typ host generation 0',
  'a=candidate:3 1 tcp 1518280447 192.0.2.7 9 typ host tcptype active generation 0',
  'a=ice-ufrag:K1xV', 'a=ice-pwd:5k0ZQ2Vn1YvTtB0y6O3oWm4e', 'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => (i + 16).toString(16).toUpperCase()).join(':')}`,
  'a=setup:actpass', 'a=mid:0', 'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'a=sendrecv', 'a=msid:stream track', 'a=rtcp-mux', 'a=rtcp-rsize',
  'a=rtpmap:111 opus/48000/2', 'a=rtcp-fb:111 transport-cc', 'a=fmtp:111 minptime=10;useinbandfec=1', 'a=rtpmap:63 red/48000/2', 'a=fmtp:63 111/111',
  'a=rtpmap:9 G722/8000', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:13 CN/8000',
  'a=rtpmap:110 telephone-event/48000', 'a=rtpmap:126 telephone-event/8000',
  'a=ssrc:1234567890 cname:abcdefgh', 'a=ssrc:1234567890 msid:stream track', '',
];
