export type ColumnType = 'text' | 'text[]' | 'integer' | 'smallint' | 'boolean' | 'timestamptz' | 'jsonb';

/** A piece of SQL with its own parameters, written `?` in order. */
export type Fragment = { sql: string; values: unknown[]; ofMany?: OfMany; changes?: string };

/**
 * How the same is written for many at once: `from` is where their rows come from, with the columns `it.c0`, `it.c1`, …
 * in the order of the values. It is made once, so that what is of one kind can be told by it.
 */
export type OfMany = { kind: number; types: readonly ColumnType[]; sql: (from: string) => string };

let kinds = 0;

/** Rows for one table; `then` says what becomes of one whose key is there already. */
export const rowsInto = (table: string, columns: Record<string, ColumnType>, then = '') => {
  const types = Object.values(columns);
  const into = `insert into ${table} (${Object.keys(columns).join(', ')})`;
  const one = `(${types.map((type) => `?::${type}`).join(', ')})`;
  const ofMany: OfMany = { kind: kinds++, types, sql: (from) => `${into} select ${types.map(itsColumn).join(', ')} from ${from} ${then}` };
  const texts: string[] = [];
  return (...rows: (readonly unknown[])[]): Fragment => ({
    sql: (texts[rows.length] ??= `${into} values ${rows.map(() => one).join(', ')} ${then}`),
    values: rows.flatMap((row) => types.map((type, at) => valueAs(type, row[at]))),
    ofMany,
  });
};

/** Changes a row if it is still as it was read. */
export const rowChanged = (table: string, columns: Record<string, ColumnType>) => {
  const types = Object.values(columns);
  const set = (valueOf: (type: ColumnType, at: number) => string): string =>
    `update ${table} set ${Object.entries(columns).map(([name, type], at) => `${name} = ${valueOf(type, at)}`).join(', ')}`;
  const sql = `${set((type) => `?::${type}`)} where id = ? and version = ? returning 1`;
  const ofMany: OfMany = {
    kind: kinds++,
    types: [...types, 'text', 'integer'],
    sql: (from) => `${set(itsColumn)} from ${from} where id = it.c${types.length} and version = it.c${types.length + 1} returning it.n`,
  };
  return (values: readonly unknown[], id: string, version: number): Fragment => ({
    sql,
    values: [...types.map((type, at) => valueAs(type, values[at])), id, version],
    ofMany,
    changes: id,
  });
};

const valueAs = (type: ColumnType, value: unknown): unknown =>
  value === undefined ? null : type === 'jsonb' && value !== null ? JSON.stringify(value) : value;

// Lists of different lengths make no list of lists: each travels as a text.
const itsColumn = (type: ColumnType, at: number): string => (type === 'text[]' ? `it.c${at}::text[]` : `it.c${at}`);
