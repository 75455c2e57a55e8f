import { expect, test } from 'vitest';
import { header, headers, type SipRequest } from './message.ts';
import { readMessage } from './read-message.ts';
import { writeMessage } from './write-message.ts';

const HEAD = [
  'INVITE sip:+49301@desk SIP/2.0',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport',
  'From: "Ana, B." <sip:ana@carrier>;tag=1',
  'To: <sip:+49301@desk>',
  'Call-ID: one@carrier',
  'CSeq: 1 INVITE',
];
const text = (lines: readonly string[], body = '') => Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
const read = (bytes: Buffer) => readMessage(bytes);
const good = (bytes: Buffer): SipRequest => {
  const result = read(bytes);
  if ('bad' in result || result.message.kind !== 'request') throw new Error(JSON.stringify(result));
  return result.message;
};
const without = (name: string) => HEAD.filter((line) => !line.startsWith(name));

test('Short names, folded lines and lists mean the same as long names on lines of their own', () => {
  const message = good(text([
    HEAD[0]!, 'v: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa,', '  SIP/2.0/UDP 192.0.2.2;branch=z9hG4bKb',
    'f: "Ana, B." <sip:ana@carrier>;tag=1', 't: <sip:+49301@desk>', 'i: one@carrier', 'CSeq:  1   INVITE', 'l: 2',
  ], 'hello'));
  expect(headers(message, 'via')).toEqual(['SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa', 'SIP/2.0/UDP 192.0.2.2;branch=z9hG4bKb']);
  expect(header(message, 'from')).toBe('"Ana, B." <sip:ana@carrier>;tag=1');
  expect(Buffer.from(message.body).toString()).toBe('he');
});

test('What is written is read again as the same message', () => {
  const message = good(text(HEAD, 'v=0'));
  const again = good(writeMessage(message));
  expect({ ...again, headers: again.headers.filter(([name]) => name !== 'content-length') }).toEqual(message);
});

const BAD: [string, Buffer, string][] = [
  ['nothing', Buffer.alloc(0), 'no-end-of-head'],
  ['half a head', text(HEAD).subarray(0, 60), 'no-end-of-head'],
  ['a huge head', text([...HEAD, `X: ${'a'.repeat(20_000)}`]), 'too-large'],
  ['too many lines', text([...HEAD, ...Array.from({ length: 200 }, (_, n) => `X-${n}: 1`)]), 'too-many-headers'],
  ['a list that is too long', text([...HEAD, `Route: ${'<sip:a>,'.repeat(300)}<sip:a>`]), 'too-many-headers'],
  ['letters that are no UTF-8', Buffer.concat([Buffer.from('INVITE sip:a SIP/2.0\r\nX: '), Buffer.from([0xc3, 0x28]), text(HEAD.slice(1))]), 'not-utf8'],
  ['a zero byte', text([...HEAD, 'X: a\0b']), 'control-letter'],
  ['a bare line end', text([...HEAD, 'X: a\rVia: b']), 'control-letter'],
  ['two lengths', text([...HEAD, 'Content-Length: 0', 'l: 3'], 'abc'), 'twice-content-length'],
  ['two callers', text([...HEAD, 'From: <sip:bob@carrier>;tag=2']), 'twice-from'],
  ['less body than told', text([...HEAD, 'Content-Length: 9'], 'abc'), 'shorter-than-told'],
  ['a length that is no number', text([...HEAD, 'Content-Length: -1']), 'shorter-than-told'],
  ['no way back', text(without('Via')), 'no-via'],
  ['no name of the call', text(without('Call-ID')), 'no-call-id'],
  ['another method in its number', text([...without('CSeq'), 'CSeq: 1 BYE']), 'bad-cseq'],
  ['a number that is too great', text([...without('CSeq'), 'CSeq: 4294967295 INVITE']), 'bad-cseq'],
  ['no SIP at all', text(['GET / HTTP/1.1', ...HEAD.slice(1)]), 'bad-start-line'],
  ['a header that changes prototypes', text([...HEAD, '__proto__ x: 1']), 'bad-header-name'],
];
for (const [what, bytes, why] of BAD)
  test(`A message with ${what} is dropped`, () => expect(read(bytes)).toEqual({ bad: why }));

test('A line of ours that carries a line end is never written', () => {
  const message = good(text(HEAD));
  expect(() => writeMessage({ ...message, headers: [...message.headers, ['x', 'a\r\nVia: b']] })).toThrow('line end');
});
