import { LEADING } from '@firstline/domain/desk/role.ts';
import type { Reader } from '../platform/reader.ts';

/** Active people with these initials whose work the queue is. */
export const peopleCalled = async (read: Reader, initials: readonly string[], queueId: string): Promise<string[]> => {
  if (initials.length === 0) return [];
  const rows = await read.rows<{ id: string }>(
    `select id from people where lower(initials) = any($1::text[]) and status = 'active'
       and ($2 = any(queue_ids) or roles && $3::text[]) order by id`,
    [initials.map((one) => one.toLowerCase()), queueId, LEADING],
  );
  return rows.map(({ id }) => id);
};
