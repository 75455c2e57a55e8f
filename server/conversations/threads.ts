import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { JoinedBy, Message } from '@firstline/domain/conversations/message.ts';
import type { Reader } from '../platform/reader.ts';
import { TOKEN_IN_RFC_ID } from './rfc-id.ts';
import { conversationStore, messageStore } from './stores.ts';

export type Joined = { thread: Conversation; joinedBy: JoinedBy };
type Arrived = { from: string; subject: string; text: string; rfcId: string; answers: string[]; sender?: 'verified' | 'failed' };

/** Whether this very mail was taken in before. A program may give all its mails one Message-ID, so the content counts as well. */
export const isKnownMail = async (read: Reader, { rfcId, from, subject, text }: Arrived): Promise<boolean> => {
  const rows = await read.rows(
    `select 1 from messages
     where rfc_id = $1 and direction = 'in' and "from" = $2 and subject = $3 and text = $4 limit 1`,
    [rfcId, from, subject, text],
  );
  return rows.length > 0;
};

/**
 * The thread that a mail answers, and by what. A mail of ours carries what nobody guesses, so whoever names it has had it:
 * they may write from any address. A mail of the customer's own opens its thread to the very same sender alone, and not to
 * one whom our mail server takes for forged. Whoever else names a mail starts a conversation of their own.
 */
export const findThread = async (read: Reader, { from, answers, sender }: Arrived): Promise<Joined | undefined> => {
  if (answers.length === 0 || from === '') return undefined;
  const [found] = await read.rows<{ id: string; ours: boolean }>(
    `select c.id, bool_or(m.direction = 'out') as ours from messages m join conversations c on c.id = m.conversation_id
     where m.rfc_id = any($1::text[])
       and ((m.direction = 'out' and m.rfc_id ~ $3) or (m.direction = 'in' and $4 and lower(c.address) = lower($2)))
     group by c.id order by min(array_position($1::text[], m.rfc_id)), c.id limit 1`,
    [answers, from, TOKEN_IN_RFC_ID, sender !== 'failed'],
  );
  const thread = found && (await read.take(conversationStore, found.id));
  return thread && { thread, joinedBy: found.ours ? 'ours' : 'address' };
};

/** The mail of ours that a report speaks of. Only its unguessable id binds them, so nobody else's report reaches it. */
export const findReported = async (read: Reader, about: readonly string[]): Promise<Message | undefined> => {
  if (about.length === 0) return undefined;
  const [found] = await read.rows<{ id: string }>(
    `select id from messages where rfc_id = any($1::text[]) and direction = 'out' and rfc_id ~ $2 order by at desc, id desc limit 1`,
    [about, TOKEN_IN_RFC_ID],
  );
  return found && (await read.take(messageStore, found.id));
};
