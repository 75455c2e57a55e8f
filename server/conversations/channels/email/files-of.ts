import type { Attachment, Email } from 'postal-mime';
import type { Coming } from '../../files/keep-files.ts';
import type { Aside } from './aside.ts';

/** The attachments of a mail, its HTML, and the names of what could not be kept. */
export type Found = { files: Coming[]; html?: Coming; lost: string[] };

export const filesOf = (email: Email | undefined, aside?: Aside, forwarded: readonly Attachment[] = []): Found => {
  const found: Found = { files: [], lost: [] };
  const apart = forwarded.filter(({ content }) => !HOLDS_STAND_IN.test(textOf(content)) && !(email?.attachments ?? []).some((one) => textOf(one.content) === textOf(content)));
  for (const [n, attachment] of [...(email?.attachments ?? []), ...apart].entries()) {
    const object = aside && objectOf(attachment, aside);
    const name = nameOf(attachment, n);
    if (object) found.files.push({ name, type: attachment.mimeType ?? '', cid: attachment.contentId, object });
    else found.lost.push(name);
  }
  const html = email?.html?.trim() ? aside?.put(Buffer.from(email.html)) : undefined;
  return html ? { ...found, html: { name: 'mail.html', type: 'text/html', object: html } } : found;
};

const objectOf = ({ content }: Attachment, aside: Aside) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  return aside.objectFor(bytes) ?? (isStandIn(bytes) ? undefined : aside.put(bytes));
};

// The files within it were laid aside one by one; without them it is not the mail that it was.
const HOLDS_STAND_IN = /^(?:[0-9a-f]{32}-\d+|[A-Za-z0-9+/]{43,48}={0,2})\r?$/m;
const textOf = (content: Attachment['content']): string => (typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1'));

// A stand-in without its object: the disk had no room for it.
const isStandIn = (bytes: Buffer): boolean => bytes.length < 100 && /^[0-9a-f]{32}-\d+\s*$/.test(bytes.toString('latin1'));

const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif', 'image/webp': '.webp', 'application/pdf': '.pdf', 'text/plain': '.txt', 'text/html': '.html',
  'text/calendar': '.ics', 'message/rfc822': '.eml', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt', 'audio/mpeg': '.mp3', 'video/mp4': '.mp4',
};

/** Many programs name no file: what it is and its place are name enough. */
const nameOf = ({ filename, mimeType }: Attachment, n: number): string =>
  filename?.trim() ? filename : `attachment-${n + 1}${ENDINGS[mimeType?.toLowerCase() ?? ''] ?? ''}`;
