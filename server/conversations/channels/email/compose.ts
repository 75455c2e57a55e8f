import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Readable } from 'node:stream';
import { oneLine } from '../../clean.ts';

export type Queued = Recorded<Extract<MessageEvent, { type: 'message.queued' }>>;

/** A file as it goes along. */
export type Enclosed = Pick<Attachment, 'name' | 'type'> & { content: () => Readable };

type Own = { from: string; fromName?: string; to: string; subject: string; text: string; rfcId: string; answers?: string; at: string };

/** A mail of the desk itself. It says that a machine wrote it, so that no machine answers (RFC 3834). */
export const composeOwn = ({ from, fromName = '', to, subject, text, rfcId, answers, at }: Own): Promise<Buffer> =>
  new MailComposer({
    from: { name: oneLine(fromName), address: oneLine(from) },
    to: { name: '', address: oneLine(to) },
    subject: oneLine(subject),
    text,
    messageId: oneLine(rfcId),
    ...(answers && { inReplyTo: oneLine(answers), references: [oneLine(answers)] }),
    headers: { 'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    date: new Date(at),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/** Whoever sees this answers nothing by themselves (RFC 3834). */
const BY_A_MACHINE = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

/** The mail as it goes over the wire, the same on every try: its Message-ID and date are those of the event. */
export const compose = ({ personal, rfcId, answers, machine, at }: Queued, to: string, references: readonly string[], files: readonly Enclosed[] = []): Promise<Buffer> =>
  new MailComposer({
    from: { name: oneLine(personal.fromName ?? ''), address: oneLine(personal.from) },
    to: { name: '', address: to },
    subject: oneLine(personal.subject),
    text: personal.text,
    messageId: oneLine(rfcId),
    ...(answers && { inReplyTo: oneLine(answers), references: references.map((id) => oneLine(id)) }),
    ...(machine && { headers: BY_A_MACHINE }),
    attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, contentDisposition: 'attachment' as const, content: content() })),
    date: new Date(at),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
