import type { conversations } from '@firstline/contract/conversations.ts';
import { isNoReply } from '@firstline/domain/conversations/no-reply.ts';
import type { Address, Email, Mailbox } from 'postal-mime';
import type { z } from 'zod';
import { oneLine } from '../../clean.ts';
import { standInRfcId } from '../../rfc-id.ts';
import { machineOf } from './machine.ts';
import { reportIn } from './report-in.ts';
import { senderVerified } from './sender-verified.ts';
import type { Coming } from '../../files/keep-files.ts';
import type { Aside } from './aside.ts';
import { isAutomatic } from './automatic.ts';
import { filesOf } from './files-of.ts';
import type { Kept } from './keeper.ts';
import { readMail } from './read-mail.ts';
import { textOf } from './text-of.ts';

export type Envelope = { from: string; to: string[] };
export type Letter = z.infer<typeof conversations.receive.input>;

/** A mail in the desk's words, and beside it what is kept as files. */
export type Arrived = { letter: Letter; files: Coming[]; html?: Coming };

/** Every mail becomes a letter, however broken it is. */
export const letterOf = async (kept: Kept, envelope: Envelope, aside?: Aside, trustedRelay?: string): Promise<Arrived> => {
  const { email, raw, forwarded } = await readMail(kept.bytes);
  const { files, html, lost } = filesOf(email, aside, forwarded);
  const recipients = envelope.to.map((address) => oneLine(address, 320)).filter((address) => address !== '');
  const writer = senderOf(email, envelope.from);
  const machine = machineOf(email);
  const wrote = mailboxIn(email?.from).address;
  // Whom the mail names for answers is vouched for by nobody: a forger names whom they like.
  const sender = writer.from === wrote || writer.from === '' ? senderVerified(email, wrote, trustedRelay) : 'failed';
  const letter: Letter = {
    channel: 'email',
    ...writer,
    to: recipients[0] ?? '',
    alsoTo: recipients.slice(1, 101),
    subject: oneLine(email?.subject ?? '', 1000) || '(no subject)',
    text: textOf(email, raw, kept.wasCut, lost),
    rfcId: idsIn(bracketed(email?.messageId))[0] ?? standInRfcId(kept.digest),
    answers: answersOf(email),
    automatic: machine !== undefined || isAutomatic(email, envelope.from),
    ...(machine && { machine }),
    ...(sender && { sender }),
    ...(machine === 'bounce' && email && { report: reportIn(email) }),
  };
  return { letter, files, ...(html && { html }) };
};

/** Who is to be answered. A no-reply address gives way to the address that the mail names for answers. */
const senderOf = (email: Email | undefined, envelopeFrom: string): Pick<Letter, 'from' | 'fromName'> => {
  const from = mailboxIn(email?.from);
  const replyTo = mailboxIn(email?.replyTo?.[0]);
  const others = [from, replyTo, mailboxIn(email?.sender), { name: '', address: envelopeFrom }];
  const answered = isNoReply(from.address) && isAddress(replyTo.address) && !isNoReply(replyTo.address);
  const sender = answered ? replyTo : (others.find(({ address }) => isAddress(address)) ?? { name: '', address: '' });
  const name = oneLine(from.name || sender.name, 300);
  return { from: sender.address, ...(name && name !== sender.address && { fromName: name }) };
};

const mailboxIn = (address: Address | undefined): Mailbox => {
  const mailbox = address?.group ? address.group[0] : address;
  return { name: mailbox?.name || (address?.group ? address.name : ''), address: oneLine(mailbox?.address ?? '', 1000) };
};

const isAddress = (address: string): boolean => address.length <= 320 && /^(?:"[^"]+"|[^\s@<>"]+)@[^\s@<>"]+$/.test(address);

/** The nearest first: what In-Reply-To names, then the references from the end. */
const answersOf = (email: Email | undefined): string[] =>
  [...new Set([...idsIn(email?.inReplyTo), ...idsIn(email?.references?.slice(-50_000)).toReversed()])].slice(0, 100);

/** An index takes no longer key than this, whatever the letters. */
const LONGEST_ID = 998;

/** Some programs leave the angle brackets out. */
const bracketed = (id: string | undefined): string | undefined => (id && /^[^<>\s]+$/.test(id.trim()) ? `<${id.trim()}>` : id);

const idsIn = (header: string | undefined): string[] =>
  (header?.slice(0, 100_000).match(/<[^<>\s]+>/g) ?? [])
    .map((id) => oneLine(id))
    .filter((id) => id.endsWith('>') && Buffer.byteLength(id) <= LONGEST_ID);
