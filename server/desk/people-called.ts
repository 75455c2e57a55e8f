import type { Reader } from '../platform/reader.ts';

const SEES_ALL = ['supervisor', 'manager', 'administrator'];

/** Active people with these initials whose work the queue is. */
export const peopleCalled = async (read: Reader, initials: readonly string[], queueId: string): Promise<string[]> => {
  if (initials.length === 0) return [];
  const rows = await read.rows<{ id: string }>(
    `select id from people where lower(initials) = any($1::text[]) and status = 'active'
       and ($2 = any(queue_ids) or roles && $3::text[]) order by id`,
    [initials.map((one) => one.toLowerCase()), queueId, SEES_ALL],
  );
  return rows.map(({ id }) => id);
};
