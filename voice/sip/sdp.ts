import { isIP } from 'node:net';
import { isPort } from './uri.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
export type PayloadFormat = { type: number; name: string; rate: number; parameters?: string };

export type Stream = {
  kind: string;
  protocol: string;
  address: string;
  /** 0: this stream is not wanted. */
  port: number;
  formats: PayloadFormat[];
  /** As written on the m= line: what cannot be read is still to be answered. */
  line: string;
  direction: Direction;
};
export type Sdp = { streams: Stream[] };

const MOST_LINES = 200;
const LONGEST_LINE = 1024;
const MOST_STREAMS = 8;
const MEDIA = /^([a-z]{1,20}) (\d{1,5})(?:\/\d{1,3})? ([A-Z/]{3,30}) (.{1,500})$/i;
/** RFC 3551: these two mean something without an rtpmap. */
const KNOWN: Record<number, string> = { 0: 'pcmu', 8: 'pcma' };

/** The part of RFC 4566 that one voice needs; undefined when that part is not well formed. */
export const readSdp = (text: string): Sdp | undefined => {
  const lines = text.split(/\r\n|\n/).filter(Boolean);
  if (lines[0] !== 'v=0' || lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE)) return undefined;
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  if (starts.length === 0 || starts.length > MOST_STREAMS) return undefined;

  const above = lines.slice(0, starts[0]);
  const streams = starts.map((start, n) => readStream(lines.slice(start, starts[n + 1]), above));
  return streams.every((stream) => stream !== undefined) ? { streams } : undefined;
};

const readStream = (lines: readonly string[], above: readonly string[]): Stream | undefined => {
  const line = lines[0]!.slice(2);
  const [, kind = '', port = '', protocol = '', formats = ''] = MEDIA.exec(line) ?? [];
  if (!kind || (Number(port) !== 0 && !isPort(Number(port)))) return undefined;
  const address = connection(lines) ?? connection(above);
  if (address === undefined) return undefined;
  return {
    kind: kind.toLowerCase(),
    protocol: protocol.toUpperCase(),
    address,
    port: Number(port),
    formats: formats.split(' ').flatMap((type) => readFormat(type, lines)),
    line,
    direction: direction(lines) ?? direction(above) ?? 'sendrecv',
  };
};

const connection = (lines: readonly string[]): string | undefined => {
  const [, version, address = ''] = /^c=IN IP([46]) ([0-9a-f.:]+)/i.exec(lines.find((line) => line.startsWith('c=')) ?? '') ?? [];
  return isIP(address) === Number(version) ? address : undefined;
};

const direction = (lines: readonly string[]): Direction | undefined =>
  lines.map((line) => /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/.exec(line)?.[1] as Direction | undefined).find(Boolean);

const readFormat = (written: string, lines: readonly string[]): PayloadFormat[] => {
  const type = Number(written);
  if (!/^\d{1,3}$/.test(written) || type > 127) return [];
  const map = lines.find((line) => line.startsWith(`a=rtpmap:${type} `));
  const [, name = KNOWN[type], rate = '8000'] = /^a=rtpmap:\d+ ([\w.-]{1,40})\/(\d{1,6})(?:\/1)?\s*$/.exec(map ?? '') ?? [];
  const parameters = lines.find((line) => line.startsWith(`a=fmtp:${type} `))?.split(' ').slice(1).join(' ');
  return name === undefined ? [] : [{ type, name: name.toLowerCase(), rate: Number(rate), ...(parameters ? { parameters } : {}) }];
};
