import type { SipMessage } from './message.ts';

const ODD_NAMES: Record<string, string> = {
  'call-id': 'Call-ID', cseq: 'CSeq', 'www-authenticate': 'WWW-Authenticate', 'min-se': 'Min-SE',
};

/** No value can end its line: what was read had no control letters, and a line end in one of ours is a bug. */
export const writeMessage = (message: SipMessage): Buffer => {
  const start =
    message.kind === 'request' ? `${message.method} ${message.uri} SIP/2.0` : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = message.headers
    .filter(([name]) => name !== 'content-length')
    .map(([name, value]) => `${wireName(name)}: ${value}`);
  const all = [start, ...lines, `Content-Length: ${message.body.length}`];
  if (all.some((line) => /[\r\n]/.test(line))) throw new Error('A line of a SIP message carries a line end.');
  return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`), message.body]);
};

const wireName = (name: string): string =>
  ODD_NAMES[name] ?? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
