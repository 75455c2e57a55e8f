import type { ListName } from '@firstline/domain/desk/lists.ts';
import type { Reader } from '../platform/reader.ts';

/** Which columns hold ids of which list. Each subject names its own; `server/parts.ts` joins them. */
export type ListUses = Partial<Record<ListName, { table: string; column: string }[]>>;

/** Those of the ids that a row names. */
export const idsInUse = async (read: Reader, uses: readonly { table: string; column: string }[], ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0 || uses.length === 0) return new Set();
  const named = uses.map(({ table, column }) => `exists (select 1 from ${table} where ${column} = asked.id)`).join(' or ');
  const rows = await read.rows<{ id: string }>(`select asked.id from unnest($1::text[]) as asked (id) where ${named}`, [ids]);
  return new Set(rows.map(({ id }) => id));
};

/** All that the subjects say of their columns. */
export const joinUses = (all: readonly ListUses[]): ListUses => {
  const joined: ListUses = {};
  for (const uses of all)
    for (const [name, columns] of Object.entries(uses) as [ListName, { table: string; column: string }[]][])
      joined[name] = [...(joined[name] ?? []), ...columns];
  return joined;
};
