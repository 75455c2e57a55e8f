import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import type { Pool } from 'pg';
import type { Reader } from '../../platform/reader.ts';
import { prepared } from '../../platform/prepared.ts';

export type StoredFile = { id: string; key: string; name: string; type: string; bytes: number; uploadedBy: string | null; conversationId: string | null };

export const storedFile = async (pool: Pool, id: string): Promise<StoredFile | undefined> => {
  const { rows } = await pool.query<StoredFile>(
    prepared(
      `select f.id, f.key, f.name, f.type, f.bytes, f.uploaded_by as "uploadedBy", m.conversation_id as "conversationId"
       from files f left join messages m on m.id = f.message_id where f.id = $1 and f.state = 'ready'`,
      [id],
    ),
  );
  return rows[0];
};

type Sender = { personId: string; taskId: string; conversationId: string };

/** Of these files the ones that may go with a mail: put there for this task or by this person, or known in the same thread. */
export const sendableFiles = async (read: Reader, ids: readonly string[], { personId, taskId, conversationId }: Sender): Promise<Attachment[]> => {
  if (ids.length === 0) return [];
  return read.rows<Attachment>(
    `select f.id, f.name, f.type, f.bytes from files f left join messages m on m.id = f.message_id
     where f.id = any($1::text[]) and f.state = 'ready'
       and (m.conversation_id = $4 or (f.message_id is null and (f.task_id = $3 or f.uploaded_by = $2)))
     order by array_position($1::text[], f.id)`,
    [ids, personId, taskId, conversationId],
  );
};

/** Where the bytes of these files stand. */
export const keysOf = async (pool: Pool, ids: readonly string[]): Promise<Record<string, string>> => {
  const { rows } = await pool.query<{ id: string; key: string }>(
    prepared(`select id, key from files where id = any($1::text[]) and state = 'ready'`, [ids]),
  );
  return Object.fromEntries(rows.map(({ id, key }) => [id, key]));
};
