import type { Turn } from '@firstline/domain/assist/summary.ts';
import type { Message } from '@firstline/domain/conversations/message.ts';
import type { Reader } from '../platform/reader.ts';
import { IS_CONTACT } from './contacts.ts';

/** Messages a summary reads at most: the first, where the need was said, and the newest. */
const MOST_TURNS = 40;

/** What was said, oldest first, as a summary reads it. */
export const turnsOf = async (read: Reader, conversationId: string): Promise<Turn[]> =>
  read.rows<Turn>(
    `select id, direction, text, subject from (
       (select id, direction, left(text, 20000) as text, subject, at from messages where conversation_id = $1 and ${IS_CONTACT} order by at, id limit 1)
       union
       (select id, direction, left(text, 20000) as text, subject, at from messages where conversation_id = $1 and ${IS_CONTACT} order by at desc, id desc limit ${MOST_TURNS})
     ) as turns order by at, id`,
    [conversationId],
  );

/** The Message-IDs an answer can name, oldest first. */
export const lettersOf = async (read: Reader, conversationId: string): Promise<Pick<Message, 'direction' | 'rfcId'>[]> =>
  read.rows(
    `select direction, rfc_id as "rfcId" from (
       select direction, rfc_id, at, id from messages where conversation_id = $1 order by at desc, id desc limit 20
     ) as newest order by at, id`,
    [conversationId],
  );
