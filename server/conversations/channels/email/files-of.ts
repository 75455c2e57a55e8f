import type { Attachment, Email } from 'postal-mime';
import type { Coming } from '../../files/keep-files.ts';
import { holdsStandIn, isStandIn, type Aside } from './aside.ts';

/** The attachments of a mail, its HTML, and the names of what could not be kept. */
export type Found = { files: Coming[]; html?: Coming; lost: string[] };

export const filesOf = (email: Email | undefined, aside?: Aside, forwarded: readonly Attachment[] = []): Found => {
  const found: Found = { files: [], lost: [] };
  // A forwarded mail whose own files were laid aside is not the mail that it was.
  const apart = forwarded.filter(({ content }) => !holdsStandIn(textOf(content)) && !(email?.attachments ?? []).some((one) => textOf(one.content) === textOf(content)));
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

const textOf = (content: Attachment['content']): string => (typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1'));

const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif', 'image/webp': '.webp', 'application/pdf': '.pdf', 'text/plain': '.txt', 'text/html': '.html',
  'text/calendar': '.ics', 'message/rfc822': '.eml', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt', 'audio/mpeg': '.mp3', 'video/mp4': '.mp4',
};

/** Many programs name no file: what it is and its place are name enough. */
const nameOf = ({ filename, mimeType }: Attachment, n: number): string =>
  filename?.trim() ? filename : `attachment-${n + 1}${ENDINGS[mimeType?.toLowerCase() ?? ''] ?? ''}`;
