import type { Message } from '@firstline/domain/conversations/message.ts';
import type { Pool } from 'pg';
import { prepared } from '../platform/prepared.ts';
import { fromRow } from '../platform/store.ts';
import { messageStore } from './stores.ts';

/** What was said in a conversation, oldest first. */
export const messagesOf = async (pool: Pool, conversationId: string): Promise<Message[]> => {
  const { rows } = await pool.query<Record<string, unknown>>(
    prepared('select * from messages where conversation_id = $1 order by at, id', [conversationId]),
  );
  return rows.map((row) => fromRow<Message>(messageStore, row));
};
