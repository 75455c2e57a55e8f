import type { Attachment, Email } from 'postal-mime';
import { oneLine } from '../../clean.ts';

/** What a mail server tells of one recipient. `status` as RFC 3463 has it, `reply` as SMTP has it. */
export type Told = { recipient: string; action: 'failed' | 'delayed' | 'delivered'; status: string; reply: string; says: string };

/** What a report tells, and the ids of mails it speaks of. */
export type Report = { told: Told[]; about: string[]; /** What it says to people, without the mail that came back. */ words: string };

const MOST_TOLD = 50;

/** Reads a report of non-delivery: the part made for machines where there is one, else the words. */
export const reportOf = (email: Email): Report => {
  const part = email.attachments.find(({ mimeType }) => mimeType?.toLowerCase() === 'message/delivery-status');
  const all = `${email.text ?? ''}\n${email.html ?? ''}`.slice(0, 200_000);
  const words = withoutReturned(all);
  const machine = part ? toldIn(textIn(part)) : [];
  const told = machine.length > 0 ? machine.map((one) => completed(one, toldLine(words) || toldLine(all))) : [toldBy(words, all, email)];
  return { told: told.slice(0, MOST_TOLD), about: idsSpokenOf(email, all), words };
};

const RETURNED = /^.{0,12}(?:this is a copy of|below this line|original message|message headers? follow|copy of (?:your|the) (?:original )?message|return-path:|-{2,} header)/im;
/** The mail that came back has words of its own, which are not the server's. */
const withoutReturned = (words: string): string => {
  const at = words.slice(80).search(RETURNED);
  return at < 0 ? words : words.slice(0, at + 80);
};

const textIn = ({ content }: Attachment): string =>
  (typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1')).slice(0, 200_000);

/** Groups of fields, an empty line between two; the first may speak of the whole mail. */
const toldIn = (text: string): Told[] =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .flatMap((group) => {
      const field = (name: string): string => group.match(new RegExp(`^${name}\\s*:\\s*(.*)$`, 'im'))?.[1]?.trim() ?? '';
      const recipient = field('Final-Recipient') || field('Original-Recipient');
      const status = field('Status').match(/[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? '';
      if (!recipient && !status) return [];
      const says = oneLine(field('Diagnostic-Code').replace(/^\s*[\w-]+\s*;\s*/, ''), 500);
      return [{ recipient: bare(recipient), action: actionOf(field('Action'), status), status: better(status, says), reply: replyIn(says), says }];
    });

const bare = (recipient: string): string => oneLine(recipient.replace(/^[^;]*;\s*/, '').replaceAll(/[<>]/g, ''), 320);

const actionOf = (action: string, status: string): Told['action'] => {
  if (/^fail/i.test(action)) return 'failed';
  if (/^delay/i.test(action)) return 'delayed';
  if (/^(?:deliver|relay|expand)/i.test(action)) return 'delivered';
  return status.startsWith('2') ? 'delivered' : status.startsWith('4') ? 'delayed' : 'failed';
};

/** The words of the far server often know more than the general status of the near one. */
const better = (status: string, says: string): string => {
  const said = statusIn(says);
  return said && (status === '' || /^[245]\.0\.0$/.test(status) || says.search(STATUS) <= 4) ? said : status;
};

/** Where the machine's part says nothing but that it failed, the words for people may. */
const completed = (told: Told, said: string): Told => {
  if (told.says !== '') return told;
  return { ...told, says: said, status: better(told.status, said), reply: told.reply || replyIn(said) };
};

const toldBy = (words: string, all: string, email: Email): Told => {
  const says = toldLine(words) || toldLine(all);
  const status = statusIn(says) || statusIn(words) || statusIn(all);
  const isDelay = /delayed|not (?:yet )?been delivered|will (?:be|keep) (?:re)?tr(?:y|ied)|warning: (?:could|message)/i.test(`${email.subject ?? ''}\n${words.slice(0, 2000)}`) && !/permanent|giv(?:en|ing) up/i.test(words);
  const failed = email.headers.find(({ key }) => key === 'x-failed-recipients')?.value ?? '';
  return { recipient: oneLine(failed || (words.match(/<([^<>\s@]+@[^<>\s@]+)>/)?.[1] ?? ''), 320), action: isDelay ? 'delayed' : 'failed', status, reply: replyIn(says) || replyIn(words), says };
};

/** The line that carries a code of a mail server, with what follows it up to a limit. */
const toldLine = (words: string): string => {
  const plain = words.replaceAll(/<[^<>]{1,200}>/g, (tag) => (tag.includes('@') ? tag : ' '));
  const at = plain.search(/\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}|[A-Za-z<"(])|\b[45]\.\d{1,3}\.\d{1,3}\b/);
  return at < 0 ? '' : oneLine(plain.slice(at, at + 600).split(/\n\s*\n/)[0] ?? '', 500);
};

const STATUS = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;
const statusIn = (text: string): string => text.match(STATUS)?.[0] ?? '';
const replyIn = (text: string): string => text.match(/(?<![\d.])[45][0-5]\d(?=[ -:;)\]]|$)(?![.\d])/)?.[0] ?? '';

/** Message-IDs in the headers that came back, and in what the report itself names. */
const idsSpokenOf = (email: Email, words: string): string[] => {
  const parts = email.attachments.filter(({ mimeType }) => /^(?:message\/|text\/rfc822)/i.test(mimeType ?? '')).map(textIn);
  const named = [email.inReplyTo ?? '', email.references ?? '', ...[...parts, words].flatMap((text) => text.match(/^\s*(?:Original-)?(?:Message-ID|X-Original-Message-ID)\s*:\s*(?:\n[ \t]+)?.*$/gim) ?? [])];
  return [...new Set(named.flatMap((text) => text.match(/<[^<>\s]{3,900}>/g) ?? []))].slice(0, 100);
};
