import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail of ours as it reached a customer. */
export type Got = { rfcId: string; to: string; from: string; subject: string };

export type Customers = {
  /** `smtp://…`: where the desk hands its mail over. */
  url: string;
  got: readonly Got[];
  onGot: (hear: (mail: Got) => void) => void;
  close: () => Promise<void>;
};

/** The mail server of everybody in town. It takes what comes and sends nothing on. */
export const openMailboxes = async (): Promise<Customers> => {
  const got: Got[] = [];
  let hear: (mail: Got) => void = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    onData: (stream, session, taken) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const one = { rfcId: mail.messageId ?? '', to: session.envelope.rcptTo[0]?.address ?? '', from: mail.from?.address ?? '', subject: mail.subject ?? '' };
          got.push(one);
          taken(null);
          hear(one);
        }, taken);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    got,
    onGot: (listener) => void (hear = listener),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
};

export type Outgoing = { fromName?: string; from: string; to: string; subject: string; text: string; answers?: string; automatic?: boolean };

/** Writes to the desk by its own mail door. Answers the Message-ID once the desk said 250; rejects when it did not. */
export const writeTo = async (smtpPort: number, { fromName, from, to, subject, text, answers, automatic }: Outgoing): Promise<string> => {
  const messageId = `<${randomUUID()}@customer.example>`;
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: { name: fromName ?? '', address: from }, to, subject, text, messageId,
    ...(answers && { inReplyTo: answers, references: answers }),
    ...(automatic && { headers: { 'Auto-Submitted': 'auto-replied' } }),
  });
  transport.close();
  return messageId;
};
