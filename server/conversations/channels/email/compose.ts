import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine } from '../../clean.ts';

export type Queued = Recorded<Extract<MessageEvent, { type: 'message.queued' }>>;

/** The mail as it goes over the wire, the same on every try: its Message-ID and date are those of the event. */
export const compose = ({ personal, rfcId, answers, at }: Queued, to: string, references: readonly string[]): Promise<Buffer> =>
  new MailComposer({
    from: { name: oneLine(personal.fromName ?? ''), address: oneLine(personal.from) },
    to: { name: '', address: to },
    subject: oneLine(personal.subject),
    text: personal.text,
    messageId: oneLine(rfcId),
    ...(answers && { inReplyTo: oneLine(answers), references: references.map((id) => oneLine(id)) }),
    date: new Date(at),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
