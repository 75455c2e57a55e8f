import { isUtf8 } from 'node:buffer';

/**
 * The mail with header lines that can be read: old programs write single bytes above 127 there, also inside of
 * encoded words, and never say of which alphabet. Western Windows is the best guess.
 */
export const withReadableHeaders = (mail: Buffer): Buffer => {
  const end = headEnd(mail);
  const head = mail.subarray(0, end);
  if (isUtf8(head)) return mail;
  const lines = head.toString('latin1').split('\n').map((line) => (isUtf8(Buffer.from(line, 'latin1')) ? line : readable(line)));
  return Buffer.concat([Buffer.from(lines.join('\n'), 'latin1'), mail.subarray(end)]);
};

/** Where the header lines end: at the first empty line, or with the mail. */
export const headEnd = (mail: Buffer): number => {
  const ends = [mail.indexOf('\n\r\n'), mail.indexOf('\n\n')].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : mail.length;
};

const ENCODED = /=\?[^?\s]{1,40}\?[qQ]\?[^?\n]*\?=/g;
const HIGH = /[\u0080-\u00FF]/g;

const readable = (line: string): string =>
  line
    .replaceAll(ENCODED, (word) => word.replaceAll(HIGH, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`))
    .replaceAll(/[\u0080-\u00FF]+/g, (bytes) =>
      Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'))).toString('latin1'),
    );
