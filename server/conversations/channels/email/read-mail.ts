import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { limits } from './limits.ts';
import { headEnd, withReadableHeaders } from './old-headers.ts';
import { fromUtf7, isUtf7 } from './utf7.ts';

/** A mail as far as it could be read. `raw` is its text as it came, when its parts could not be told apart. */
export type ReadMail = { email?: Email; raw?: string; forwarded?: Attachment[] };

/** Reads the parts of a mail. A mail that is built to break its reader is read as the text it is: none is thrown away. */
export const readMail = async (given: Buffer): Promise<ReadMail> => {
  const bytes = withReadableHeaders(given);
  const email = await parsed(bytes);
  if (email) return { email: isUtf7(bytes) ? inUtf7(email) : email, forwarded: await forwardedIn(bytes) };
  const end = headEnd(bytes);
  return { email: await parsed(headAlone(bytes.subarray(0, end))), raw: decoded(bytes.subarray(end)) };
};

/** Mails that are shown as part of this one are files as well: what was forwarded can be saved as it came. */
const forwardedIn = async (bytes: Buffer): Promise<Attachment[]> => {
  if (!/message\/rfc822/i.test(bytes.toString('latin1'))) return [];
  const whole = await parsed(bytes, true);
  return (whole?.attachments ?? []).filter(({ mimeType, disposition }) => mimeType?.toLowerCase() === 'message/rfc822' && disposition !== 'attachment');
};

const parsed = async (bytes: Buffer, rfc822Attachments = false): Promise<Email | undefined> => {
  try {
    return await PostalMime.parse(bytes, {
      maxHeadersSize: limits.keptBytesOfHeaders * 2,
      rfc822Attachments,
      maxNestingDepth: limits.nestingDepth,
      maxRfc822NestingDepth: limits.forwardedDepth,
    });
  } catch {
    return undefined;
  }
};

const inUtf7 = (email: Email): Email => ({
  ...email,
  subject: email.subject && fromUtf7(email.subject),
  text: email.text && fromUtf7(email.text),
  html: email.html && fromUtf7(email.html),
});

/** The header lines without those that say how the body is built, which is what could not be read. */
const headAlone = (head: Buffer): Buffer =>
  Buffer.from(head.toString('latin1').replaceAll(/^content-[^\n]*(?:\n[ \t][^\n]*)*\n?/gim, ''), 'latin1');

const decoded = (body: Buffer): string => {
  const part = body.subarray(0, limits.textLength * 2);
  const text = part.toString('utf8');
  return text.includes('\uFFFD') ? part.toString('latin1') : text;
};
