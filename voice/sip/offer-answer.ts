import { isIPv6 } from 'node:net';
import type { LegCodec } from '../media-transport.ts';
import type { Direction, Sdp, Stream } from './sdp.ts';

export type PhoneCodec = 'pcmu' | 'pcma';
const PAYLOAD_TYPE = { pcmu: 0, pcma: 8 } as const;
const OUR_DIGITS = 101;

/** What we say of ourselves. The version grows with every change (RFC 3264, 8). */
export type OurSide = {
  address: string;
  port: number;
  /** In the order we like them. */
  codecs: readonly PhoneCodec[];
  direction: Direction;
  session: { id: number; version: number };
};

/** What both sides agreed on. `far` is where sound is sent to; direction is ours. */
export type Agreed = { codec: LegCodec; far: { address: string; port: number }; direction: Direction };

export const writeOffer = (ours: OurSide, codec?: LegCodec): string => {
  const types = codec ? [codec.payloadType] : ours.codecs.map((name) => PAYLOAD_TYPE[name]);
  const digits = codec ? codec.digitsPayloadType : OUR_DIGITS;
  return write(ours, [audioLines(ours.port, types, digits, ours.direction)]);
};

/** The answer, and what it settles; undefined when there is no voice we both speak (488). */
export const answerTo = (offer: Sdp, ours: OurSide): { text: string; agreed: Agreed } | undefined => {
  const chosen = offer.streams.find((stream) => isVoice(stream) && codecOf(stream, ours.codecs));
  const codec = chosen && codecOf(chosen, ours.codecs);
  if (!chosen || !codec) return undefined;
  const direction = answering(chosen.direction, ours.direction);
  const streams = offer.streams.map((stream) =>
    stream === chosen
      ? audioLines(ours.port, [codec.payloadType], codec.digitsPayloadType, direction)
      : [`m=${stream.line.replace(/ \d+(\/\d+)? /, ' 0 ')}`],
  );
  return { text: write(ours, streams), agreed: { codec, far: placeOf(chosen), direction } };
};

/** What an answer to our offer settles; undefined when it takes nothing of it. */
export const agreedBy = (answer: Sdp, ours: OurSide): Agreed | undefined => {
  const stream = answer.streams.find(isVoice);
  const codec = stream && codecOf(stream, ours.codecs);
  return stream && codec && { codec, far: placeOf(stream), direction: answering(stream.direction, ours.direction) };
};

const isVoice = ({ kind, protocol, port }: Stream): boolean =>
  kind === 'audio' && port !== 0 && (protocol === 'RTP/AVP' || protocol === 'RTP/AVPF');

/** The other side's order counts: it knows what its network turns into what. */
const codecOf = (stream: Stream, codecs: readonly PhoneCodec[]): LegCodec | undefined => {
  const voice = stream.formats.find(({ name, rate }) => rate === 8000 && codecs.includes(name as PhoneCodec));
  const digits = stream.formats.find(({ name, rate }) => name === 'telephone-event' && rate === 8000);
  return voice && {
    name: voice.name as PhoneCodec,
    payloadType: voice.type,
    clockRate: 8000,
    ...(digits ? { digitsPayloadType: digits.type } : {}),
  };
};

const placeOf = ({ address, port }: Stream) => ({ address, port });

const may = (direction: Direction) => ({
  send: direction === 'sendrecv' || direction === 'sendonly',
  receive: direction === 'sendrecv' || direction === 'recvonly',
});

/** We send what they receive, as far as we want to, and the other way round. */
const answering = (theirs: Direction, ours: Direction): Direction => {
  const send = may(theirs).receive && may(ours).send;
  const receive = may(theirs).send && may(ours).receive;
  if (send && receive) return 'sendrecv';
  if (send) return 'sendonly';
  return receive ? 'recvonly' : 'inactive';
};

const audioLines = (port: number, types: readonly number[], digits: number | undefined, direction: Direction): string[] => [
  `m=audio ${port} RTP/AVP ${[...types, ...(digits === undefined ? [] : [digits])].join(' ')}`,
  ...types.map((type) => `a=rtpmap:${type} ${type === PAYLOAD_TYPE.pcma ? 'PCMA' : 'PCMU'}/8000`),
  ...(digits === undefined ? [] : [`a=rtpmap:${digits} telephone-event/8000`, `a=fmtp:${digits} 0-15`]),
  'a=ptime:20',
  `a=${direction}`,
];

const write = ({ address, session }: OurSide, streams: readonly string[][]): string => {
  const where = `IN IP${isIPv6(address) ? 6 : 4} ${address}`;
  return [
    'v=0',
    `o=- ${session.id} ${session.version} ${where}`,
    's=-',
    `c=${where}`,
    't=0 0',
    ...streams.flat(),
    '',
  ].join('\r\n');
};
