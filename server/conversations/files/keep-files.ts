import { cleanFileName, type Attachment } from '@firstline/domain/conversations/attachment.ts';
import { randomBytes } from 'node:crypto';
import { oneLine } from '../clean.ts';
import type { Desk } from '../../platform/desk.ts';
import type { WritingObject } from '../../platform/objects.ts';
import { prepared } from '../../platform/prepared.ts';
import { objectsOf } from './folder.ts';

/** A file whose bytes lie ready to be kept. */
export type Coming = { name: string; type: string; cid?: string; object: WritingObject };

type For = { by?: string; taskId?: string };

/** Row first, then the object, then the row says ready: whatever breaks in between, nothing is named that is not there. */
export const keepFiles = async (desk: Pick<Desk, 'pool'>, coming: readonly Coming[], { by, taskId }: For = {}): Promise<Attachment[]> => {
  if (coming.length === 0) return [];
  const files = coming.map(attachmentOf);
  await desk.pool.query(
    prepared(
      `insert into files (id, key, name, type, bytes, state, uploaded_by, task_id, at)
       select id, key, name, type, bytes, 'pending', $2, $3, desk_now()
       from jsonb_to_recordset($1::jsonb) as x(id text, key text, name text, type text, bytes bigint)`,
      [JSON.stringify(files.map((file, n) => ({ ...file, key: coming[n]?.object.key }))), by ?? null, taskId ?? null],
    ),
  );
  for (const { object } of coming) object.keep();
  await desk.pool.query(prepared(`update files set state = 'ready' where id = any($1::text[])`, [files.map(({ id }) => id)]));
  return files;
};

/** Whoever knows the id has guessed nothing: 192 random bits. */
const attachmentOf = ({ name, type, cid, object }: Coming): Attachment => ({
  id: randomBytes(24).toString('base64url'),
  name: cleanFileName(name),
  type: mediaType(type),
  bytes: object.bytes(),
  ...(cid && { cid: oneLine(cid, 200).replace(/^<|>$/g, '') }),
});

const mediaType = (given: string): string => given.trim().toLowerCase().match(/^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/)?.[0] ?? 'application/octet-stream';

type Row = { id: string; key: string };

/** Takes files away again that no message has taken. */
export const dropFiles = async (desk: Pick<Desk, 'pool'>, ids: readonly string[], by?: string): Promise<number> => {
  const { rows } = await desk.pool.query<Row>(
    prepared(
      `delete from files where id = any($1::text[]) and message_id is null and ($2::text is null or uploaded_by = $2) returning id, key`,
      [ids, by ?? null],
    ),
  );
  for (const { key } of rows) await objectsOf(desk).remove(key);
  return rows.length;
};
