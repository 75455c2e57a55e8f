import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { Reader } from '../platform/reader.ts';
import { conversationStore } from './stores.ts';

type Arrived = { from: string; subject: string; text: string; rfcId: string; answers: string[] };

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
 * The thread that a mail answers: one that knows the answered mail and is led with this very sender.
 * Whoever else names a mail of ours, having guessed or seen its Message-ID, starts a conversation of their own.
 */
export const findThread = async (read: Reader, { from, answers }: Arrived): Promise<Conversation | undefined> => {
  if (answers.length === 0 || from === '') return undefined;
  const [found] = await read.rows<{ id: string }>(
    `select c.id from messages m join conversations c on c.id = m.conversation_id
     where m.rfc_id = any($1::text[]) and lower(c.address) = lower($2)
     order by array_position($1::text[], m.rfc_id), c.id limit 1`,
    [answers, from],
  );
  return found && (await read.take(conversationStore, found.id));
};
