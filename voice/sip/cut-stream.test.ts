import { expect, test } from 'vitest';
import { cutStream } from './cut-stream.ts';

const message = (body: string, length: string | number = body.length) => `OPTIONS sip:a SIP/2.0\r\nContent-Length: ${length}\r\n\r\n${body}`;
const cut = (stream: string, step: number) => {
  const got: string[] = [];
  let broken = 0;
  const take = cutStream((bytes) => got.push(bytes.toString()), () => (broken += 1));
  for (let at = 0; at < stream.length; at += step) take(Buffer.from(stream.slice(at, at + step)));
  return { got, broken };
};

for (const step of [1, 7, 10_000])
  test(`Messages are cut out of a stream that comes in pieces of ${step}`, () => {
    const [one, two] = [message('hello'), message('')];
    expect(cut(`\r\n\r\n${one}\r\n\r\n${two}${one}`, step)).toEqual({ got: [one, two, one], broken: 0 });
  });

const BROKEN: [string, string][] = [
  ['tells no length', 'OPTIONS sip:a SIP/2.0\r\n\r\n'],
  ['tells two lengths', 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 0\r\nl: 5\r\n\r\nhello'],
  ['tells a huge length', message('', 99_999)],
  ['never ends its head', 'a'.repeat(20_000)],
];
for (const [what, stream] of BROKEN)
  test(`A stream that ${what} is given up`, () => expect(cut(stream + message('x'), 50)).toEqual({ got: [], broken: 1 }));
