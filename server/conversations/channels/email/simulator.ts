import { createTransport } from 'nodemailer';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type CustomerMail = {
  port: number;
  from: string;
  to: string;
  subject?: string;
  text?: string;
  inReplyTo?: string;
  messageId?: string;
  /** The whole mail as it goes over the wire, in place of subject and text. */
  raw?: string | Buffer;
};

/** A customer's mail program: writes one mail to the desk and answers what the desk said. */
export const customerMails = async ({ port, from, to, subject, text, inReplyTo, messageId, raw }: CustomerMail): Promise<string> => {
  const program = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  const envelope = { from: from.match(/<([^<>]*)>/)?.[1] ?? from, to: [to] };
  const mail = raw === undefined ? { from, to, subject, text, inReplyTo, references: inReplyTo, messageId } : { raw };
  const { response } = await program.sendMail({ ...mail, envelope });
  return response;
};

/** Where in the talk with a mail server something happens; `data`: within the text, `dot`: after all of it was said. */
export type Step = 'connect' | 'mail' | 'rcpt' | 'data' | 'dot';
export type Mishap = { at: Step; how: 'cut' | 'stall' } | { at: Exclude<Step, 'data'>; how: 'refuse'; code: number; says: string };

export type MailServer = {
  url: string;
  /** What was said to it in full, also when its answer got lost. */
  got: { from: string; to: string[]; raw: string }[];
  /** What goes wrong with the next mails, one for each. */
  next: (...mishaps: (Mishap | undefined)[]) => void;
  close: () => Promise<void>;
};

/** A mail server on loopback that keeps what it gets and can be told to refuse, to hang up or to fall silent. */
export const mailServer = async (): Promise<MailServer> => {
  const got: MailServer['got'] = [];
  const coming: (Mishap | undefined)[] = [];
  const sockets = new Map<number, Socket>();
  const now = new Map<string, Mishap | undefined>();
  type Then = (error?: Error | null) => void;

  const pass = (step: Step, session: { id: string; remotePort: number }, then: Then): void => {
    const mishap = now.get(session.id);
    if (mishap?.at !== step) return then();
    if (mishap.how === 'cut') sockets.get(session.remotePort)?.destroy();
    if (mishap.how === 'refuse') then(Object.assign(new Error(mishap.says), { responseCode: mishap.code }));
  };

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    lenientAddressParsing: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (session, then) => {
      now.set(session.id, coming.shift());
      pass('connect', session, then);
    },
    onMailFrom: (_, session, then) => pass('mail', session, then),
    onRcptTo: (_, session, then) => pass('rcpt', session, then),
    onData: (stream, session, then) => {
      const { mailFrom, rcptTo } = session.envelope;
      const said: Buffer[] = [];
      const mishap = now.get(session.id);
      if (mishap?.at === 'data') return void stream.once('data', () => pass('data', session, then));
      stream.on('data', (chunk: Buffer) => said.push(chunk));
      stream.on('end', () => {
        if (mishap?.how !== 'refuse')
          got.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(said).toString() });
        pass('dot', session, then);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => sockets.set(socket.remotePort ?? 0, socket));
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', () => opened()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    got,
    next: (...mishaps) => void coming.push(...mishaps),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
};
