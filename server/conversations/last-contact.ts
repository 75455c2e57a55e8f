import type { MessageState } from '@firstline/domain/conversations/message.ts';
import type { Reader } from '../platform/reader.ts';
import { IS_CONTACT } from './contacts.ts';

/** The last word with the customer, and whether it was ours. A mail of ours that has not left, or may not have, is none. */
export const lastContact = async (read: Reader, conversationId: string): Promise<{ at: string; ours: boolean } | undefined> =>
  (
    await read.rows<{ at: string; ours: boolean }>(
      `select at, ours from (
         select at, direction = 'out' as ours from messages where conversation_id = $1 and ${IS_CONTACT} and state in ('received', 'sent')
         union all select at, true from attempts where conversation_id = $1
       ) as contacts order by at desc limit 1`,
      [conversationId],
    )
  )[0];

type Somebody = { conversationId: string; by: string; since: string };

/** What somebody first reached the customer with since a moment, or tried to: of their mails that left and their tries, the one that went first. */
export const firstContactOf = async (read: Reader, { conversationId, by, since }: Somebody): Promise<string | undefined> =>
  (
    await read.rows<{ id: string }>(
      `select id from (
         select id, settled_at as went from messages
           where conversation_id = $1 and direction = 'out' and ${IS_CONTACT} and state = 'sent' and by = $2 and at >= $3::timestamptz
         union all select id, at from attempts where conversation_id = $1 and by = $2 and at >= $3::timestamptz
       ) as contacts order by went, id limit 1`,
      [conversationId, by, since],
    )
  )[0]?.id;

/** What has come so far of the mails that somebody wrote to the customer since a moment. */
export const mailsSince = async (read: Reader, { conversationId, by, since }: Somebody): Promise<MessageState[]> =>
  (
    await read.rows<{ state: MessageState }>(
      `select state from messages
         where conversation_id = $1 and direction = 'out' and ${IS_CONTACT} and by = $2 and at >= $3::timestamptz order by at, id`,
      [conversationId, by, since],
    )
  ).map(({ state }) => state);
