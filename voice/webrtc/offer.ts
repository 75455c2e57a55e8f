/** What a browser's offer says, as far as we listen. */
export type Offer = {
  ufrag: string;
  password: string;
  fingerprint: string;
  mid: string;
  /** The clean offer: only lines that we know, in our order of codecs. */
  sdp: string;
  codec: OfferedCodec;
  digits?: OfferedCodec;
};

export type OfferedCodec = { payloadType: number; name: string; clockRate: number; channels: number };

export const MOST_SDP = 16_000;
const MOST_LINES = 400;
const MOST_CANDIDATES = 20;
const MOST_SSRCS = 4;

/**
 * Reads an offer from the internet. Whatever is too much, not audio or not understood is refused here,
 * so that the engine behind it sees a small and known language.
 */
export const readOffer = (text: string): Offer | { refused: 'bad-offer' | 'no-codec' } => {
  if (text.length > MOST_SDP || !text.startsWith('v=0')) return { refused: 'bad-offer' };
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const media = lines.filter((line) => line.startsWith('m='));
  const formats = /^m=audio \d{1,5} UDP\/TLS\/RTP\/SAVPF((?: \d{1,3}){1,40})$/.exec(media[0] ?? '')?.[1];
  if (lines.length > MOST_LINES || media.length !== 1 || formats === undefined) return { refused: 'bad-offer' };

  const ufrag = value(lines, /^a=ice-ufrag:([\w+/]{4,256})$/);
  const password = value(lines, /^a=ice-pwd:([\w+/]{22,256})$/);
  const fingerprint = value(lines, /^a=fingerprint:(sha-(?:256|384|512) [0-9A-Fa-f:]{95,191})$/i);
  // We begin the handshake, so that it is over for us when it is over for both.
  const setup = value(lines, /^a=setup:(actpass|passive)$/);
  const mid = value(lines, /^a=mid:([\w-]{1,16})$/);
  if (!ufrag || !password || !fingerprint || !setup || !mid || !lines.includes('a=rtcp-mux')) return { refused: 'bad-offer' };

  const codecs = offeredCodecs(lines, formats.trim().split(' ').map(Number));
  const codec = codecs.find(isOpus) ?? codecs.find(isPcmu);
  if (!codec) return { refused: 'no-codec' };
  const digits = codecs.find(({ name, clockRate }) => name === 'telephone-event' && clockRate === codec.clockRate);

  const known = { ufrag, password, fingerprint, mid, codec, digits };
  return { ...known, sdp: cleaned({ ...known, setup, candidates: candidatesOf(lines), ssrcs: ssrcsOf(lines) }) };
};

/** What a new network leaves as it was: the keys, and how sound is packed. Nothing else can be changed in a call. */
export const isSameWay = (one: Offer, other: Offer): boolean => wayOf(one) === wayOf(other);

const wayOf = ({ fingerprint, mid, codec, digits }: Offer): string => JSON.stringify([fingerprint, mid, codec, digits]);

const value = (lines: string[], shape: RegExp): string | undefined => {
  for (const line of lines) {
    const found = shape.exec(line);
    if (found) return found[1];
  }
};

/** Static payload types need no line of their own (RFC 3551). */
const PCMU: OfferedCodec = { payloadType: 0, name: 'pcmu', clockRate: 8000, channels: 1 };

const offeredCodecs = (lines: string[], payloadTypes: number[]): OfferedCodec[] =>
  payloadTypes.filter((payloadType) => payloadType < 128).flatMap((payloadType) => {
    const said = lines.find((line) => line.startsWith(`a=rtpmap:${payloadType} `));
    const found = /^a=rtpmap:\d+ ([\w-]{1,32})\/(\d{4,6})(?:\/(\d))?$/.exec(said ?? '');
    if (found) return [{ payloadType, name: found[1]!.toLowerCase(), clockRate: Number(found[2]), channels: Number(found[3] ?? 1) }];
    return payloadType === 0 && !said ? [PCMU] : [];
  });

const isOpus = ({ name, clockRate, channels }: OfferedCodec) => name === 'opus' && clockRate === 48_000 && channels === 2;
const isPcmu = ({ name, clockRate, payloadType }: OfferedCodec) => name === 'pcmu' && clockRate === 8000 && payloadType === 0;

const ssrcsOf = (lines: string[]): string[] =>
  [...new Set(lines.flatMap((line) => /^a=ssrc:(\d{1,10}) /.exec(line)?.[1] ?? []))].filter((ssrc) => Number(ssrc) < 2 ** 32).slice(0, MOST_SSRCS);

const candidatesOf = (lines: string[]): string[] =>
  lines.filter((line) => line.startsWith('a=candidate:')).map((line) => line.slice(2)).filter(isUsableCandidate).slice(0, MOST_CANDIDATES);

/**
 * Only numbers, only UDP: a name would make us look it up for a stranger, and the browser's own checks show us
 * the addresses that stand behind its `.local` names.
 */
export const isUsableCandidate = (candidate: string): boolean =>
  /^candidate:[\w+/]{1,32} 1 udp \d{1,10} [0-9a-fA-F:.]{3,45} \d{1,5} typ (host|srflx|prflx|relay)( |$)/i.test(candidate) &&
  candidate.length < 400 &&
  !/ (127\.|0\.|22[4-9]\.|23\d\.|255\.|::1? |ff)/i.test(candidate.replace(/^candidate:\S+ 1 udp \d+/i, ''));

const cleaned = (offer: Omit<Offer, 'sdp'> & { setup: string; candidates: string[]; ssrcs: string[] }): string => {
  const codecs = [offer.codec, ...(offer.digits ? [offer.digits] : [])];
  return [
    'v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=-', 't=0 0', `a=group:BUNDLE ${offer.mid}`,
    `m=audio 9 UDP/TLS/RTP/SAVPF ${codecs.map(({ payloadType }) => payloadType).join(' ')}`, 'c=IN IP4 0.0.0.0',
    `a=mid:${offer.mid}`, 'a=sendrecv', 'a=rtcp-mux',
    `a=ice-ufrag:${offer.ufrag}`, `a=ice-pwd:${offer.password}`, `a=fingerprint:${offer.fingerprint}`, `a=setup:${offer.setup}`,
    ...codecs.map(({ payloadType, name, clockRate, channels }) => `a=rtpmap:${payloadType} ${name}/${clockRate}${channels > 1 ? `/${channels}` : ''}`),
    ...offer.ssrcs.map((ssrc) => `a=ssrc:${ssrc} cname:far`),
    ...offer.candidates.map((candidate) => `a=${candidate}`),
    '',
  ].join('\r\n');
};
