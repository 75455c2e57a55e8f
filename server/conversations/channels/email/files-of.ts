import type { Attachment, Email } from 'postal-mime';
import type { Coming } from '../../files/keep-files.ts';
import type { Aside } from './aside.ts';

/** The attachments of a mail, its HTML, and the names of what could not be kept. */
export type Found = { files: Coming[]; html?: Coming; lost: string[] };

export const filesOf = (email: Email | undefined, aside?: Aside): Found => {
  const found: Found = { files: [], lost: [] };
  for (const [n, attachment] of (email?.attachments ?? []).entries()) {
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

// A stand-in without its object: the disk had no room for it.
const isStandIn = (bytes: Buffer): boolean => bytes.length < 100 && /^[0-9a-f]{32}-\d+\s*$/.test(bytes.toString('latin1'));

const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif', 'image/webp': '.webp', 'application/pdf': '.pdf', 'text/plain': '.txt', 'text/html': '.html',
  'text/calendar': '.ics', 'message/rfc822': '.eml', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt', 'audio/mpeg': '.mp3', 'video/mp4': '.mp4',
};

/** Many programs name no file: what it is and its place are name enough. */
const nameOf = ({ filename, mimeType }: Attachment, n: number): string =>
  filename?.trim() ? filename : `attachment-${n + 1}${ENDINGS[mimeType?.toLowerCase() ?? ''] ?? ''}`;
