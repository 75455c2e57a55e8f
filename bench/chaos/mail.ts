import net from 'node:net';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Ledger, SentMail } from './ledger.ts';

const RETRY_MS = 100;

export type Posting = {
  port: number;
  ledger: Ledger;
  chance: () => number;
  isOver: () => boolean;
  /** Mails of ours that customers have got, to be answered by some. */
  got: () => readonly { rfcId: string; to: string }[];
};

/** Customers who write, mail after mail, each until it is taken. */
export const writeMails = async (posting: Posting): Promise<void> => {
  while (!posting.isOver()) {
    const { mail, from, text } = letterOf(posting);
    while (!mail.isTaken) {
      posting.ledger.mailed(mail);
      if (await handOver(posting.port, from, text)) posting.ledger.taken(mail);
      else await pause(RETRY_MS);
    }
    await pause(20 + posting.chance() * 60);
  }
};

const letterOf = ({ chance, got }: Posting): { mail: SentMail; from: string; text: string } => {
  const known = got();
  const answered = chance() < 0.3 ? known[Math.floor(chance() * known.length)] : undefined;
  const from = answered?.to ?? `customer-${Math.floor(chance() * 40)}@customer.example`;
  const rfcId = `<${randomUUID()}@customer.example>`;
  const text = [
    `From: A customer <${from}>`, 'To: support@house.example', `Message-ID: ${rfcId}`, 'Subject: Furnace stopped again',
    ...(answered ? [`In-Reply-To: ${answered.rfcId}`] : []),
    'Date: Mon, 02 Mar 2026 09:00:00 +0000', 'Content-Type: text/plain; charset=utf-8', '',
    `Our furnace stopped last night. Could somebody come? ${randomUUID()}`,
  ].join('\r\n');
  return { mail: { rfcId, isTaken: false, tries: 0 }, from, text };
};

/** The shortest way to give a mail to a mail server; answers whether it was taken. */
const handOver = (port: number, from: string, text: string): Promise<boolean> =>
  new Promise((ended) => {
    const lines = ['EHLO customer.example', `MAIL FROM:<${from}>`, 'RCPT TO:<support@house.example>', 'DATA', `${text}\r\n.`];
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 20_000 });
    let said = '';
    let isTaken = false;
    socket.setEncoding('latin1').on('data', (words: string) => {
      said += words;
      // The last line of an answer has a blank behind its number.
      const answer = /(?:^|\n)(\d{3}) [^\n]*\r\n$/.exec(said)?.[1];
      if (!answer) return;
      said = '';
      if (lines.length === 0 && answer === '250') isTaken = true;
      const next = answer < '400' ? lines.shift() : undefined;
      if (next) socket.write(`${next}\r\n`);
      else socket.end('QUIT\r\n');
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => ended(isTaken));
  });

export type Sink = {
  /** Every mail that was taken here, in order: one that came twice stands here twice. */
  mails: { rfcId: string; to: string; at: number }[];
  close: () => Promise<void>;
};

/** The mail server of the customers. It takes its time, so that a kill may fall between the final dot and the answer. */
export const openSink = async (port: number): Promise<Sink> => {
  const mails: Sink['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    onData: (stream, session, taken) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      stream.on('end', () => {
        const rfcId = /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '';
        mails.push({ rfcId, to: session.envelope.rcptTo[0]?.address ?? '', at: performance.now() });
        setTimeout(() => taken(null), (mails.length % 5) * 8);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((open) => server.listen(port, '127.0.0.1', open));
  return { mails, close: () => new Promise((closed) => server.close(closed)) };
};
