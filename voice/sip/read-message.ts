import type { Headers, SipMessage } from './message.ts';
import { cutOutside } from './params.ts';
import { readNameAddress } from './uri.ts';
import { readVia } from './via.ts';

/** A message that breaks one of these is dropped and counted: no honest trunk comes near. */
export const LARGEST_MESSAGE = 65_535;
const LARGEST_HEAD = 16_384;
const MOST_LINES = 128;

const FULL_NAME: Record<string, string> = {
  v: 'via', f: 'from', t: 'to', i: 'call-id', m: 'contact', l: 'content-length', c: 'content-type',
  e: 'content-encoding', s: 'subject', k: 'supported', x: 'session-expires', o: 'event', r: 'refer-to', b: 'referred-by',
};
/** Twice one of these, and two readers could understand two different messages. */
const ONLY_ONCE = [
  'from', 'to', 'call-id', 'cseq', 'content-length', 'content-type', 'max-forwards',
  'expires', 'min-expires', 'session-expires', 'min-se',
];
const NEEDED = ['via', 'from', 'to', 'call-id', 'cseq'];
const LISTS = new Set(['via', 'route', 'record-route', 'contact']);

const NAME = /^[a-z0-9.!%*_+`'~-]+$/;
const REQUEST_LINE = /^([A-Z]{1,20}) (\S{1,1024}) SIP\/2\.0$/;
const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d) ?(.*)$/;
const SEQUENCE = /^(\d{1,10})\s+([A-Z]{1,20})$/;
/** Control letters would end a line in what we write from it. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F]/;

export type Read = { message: SipMessage } | { bad: string };

/** One whole message, from a datagram or cut from a stream. Every byte of it is hostile. */
export const readMessage = (bytes: Uint8Array): Read => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf('\r\n\r\n');
  if (buffer.length > LARGEST_MESSAGE || end > LARGEST_HEAD) return { bad: 'too-large' };
  if (end < 0) return { bad: 'no-end-of-head' };

  const head = asText(buffer.subarray(0, end));
  if (head === undefined) return { bad: 'not-utf8' };
  const [start = '', ...lines] = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  if (lines.length > MOST_LINES) return { bad: 'too-many-headers' };
  if (CONTROL.test(start)) return { bad: 'control-letter' };

  const headers = readHeaders(lines);
  if ('bad' in headers) return headers;
  const fault = faultOf(headers.headers);
  if (fault) return { bad: fault };

  const body = bodyOf(buffer.subarray(end + 4), headers.headers);
  return body ? readStart(start, headers.headers, body) : { bad: 'shorter-than-told' };
};

export const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const readHeaders = (lines: readonly string[]): { headers: Headers } | { bad: string } => {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const written = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const name = Object.hasOwn(FULL_NAME, written) ? FULL_NAME[written]! : written;
    if (!NAME.test(name)) return { bad: 'bad-header-name' };
    const value = line.slice(colon + 1).trim();
    if (CONTROL.test(value)) return { bad: 'control-letter' };
    for (const one of LISTS.has(name) ? cutOutside(value, ',') : [value]) headers.push([name, one]);
  }
  return headers.length > MOST_LINES ? { bad: 'too-many-headers' } : { headers };
};

const faultOf = (headers: Headers): string | undefined => {
  const values = (name: string) => headers.filter(([known]) => known === name).map(([, value]) => value);
  const twice = ONLY_ONCE.find((name) => values(name).length > 1);
  if (twice) return `twice-${twice}`;
  const missing = NEEDED.find((name) => !values(name)[0]);
  if (missing) return `no-${missing}`;
  if (!values('via').every(readVia)) return 'bad-via';
  if (!['from', 'to'].every((name) => readNameAddress(values(name)[0]!))) return 'bad-address';
  const sequence = SEQUENCE.exec(values('cseq')[0]!);
  if (!sequence || Number(sequence[1]) >= 2 ** 31) return 'bad-cseq';
  return values('call-id')[0]!.length > 256 ? 'long-call-id' : undefined;
};

/** What follows a told length is not ours; less than told is half a message. */
const bodyOf = (rest: Buffer, headers: Headers): Uint8Array | undefined => {
  const told = headers.find(([name]) => name === 'content-length')?.[1];
  if (told === undefined) return new Uint8Array(rest);
  if (!/^\d{1,5}$/.test(told) || Number(told) > rest.length) return undefined;
  return new Uint8Array(rest.subarray(0, Number(told)));
};

const readStart = (start: string, headers: Headers, body: Uint8Array): Read => {
  const status = STATUS_LINE.exec(start);
  if (status) return { message: { kind: 'response', status: Number(status[1]), reason: status[2] ?? '', headers, body } };
  const request = REQUEST_LINE.exec(start);
  if (!request) return { bad: 'bad-start-line' };
  const [, method = '', uri = ''] = request;
  const sequence = headers.find(([name]) => name === 'cseq')?.[1] ?? '';
  if (sequence.split(/\s+/)[1] !== method) return { bad: 'bad-cseq' };
  return { message: { kind: 'request', method, uri, headers, body } };
};
