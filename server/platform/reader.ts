import type { Pool, QueryResultRow } from 'pg';
import { fromRow, type AnyStore, type StoreOf, type Subject } from './store.ts';
import { prepared } from './prepared.ts';
import { askTogether, KEYS, type Question } from './together.ts';

/** What a command looks at. Every subject it takes in hand is remembered with its version, so that the write holds it to that. */
export type Reader = {
  /** One subject, held to the version it is read at until the command has written. */
  take: <State extends Subject>(store: StoreOf<State>, id: string) => Promise<State | undefined>;
  /** Rows of one key that are only looked at: for what many commands ask. */
  rowsOf: <Row extends QueryResultRow>(question: Question, key: string) => Promise<Row[]>;
  /** Rows that are only looked at. */
  rows: <Row extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** The database's time, ISO 8601: the same for the whole command. */
  now: () => Promise<string>;
};

export type Taken = { store: AnyStore; id: string; state: Subject | undefined };

export const readerOf = (pool: Pool): { reader: Reader; taken: Map<string, Taken> } => {
  const taken = new Map<string, Taken>();
  let now: string | undefined;

  const reader: Reader = {
    take: async <State extends Subject>(store: AnyStore, id: string) => {
      const known = taken.get(`${store.kind}:${id}`);
      if (known) return known.state as State | undefined;
      const [row] = await askTogether<Record<string, unknown>>(pool, byId(store), id);
      if (row) now ??= row.desk_now as string;
      const state = row && fromRow<State>(store, row);
      taken.set(`${store.kind}:${id}`, { store, id, state });
      return state;
    },
    rowsOf: (question, key) => askTogether(pool, question, key),
    rows: async <Row extends QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(prepared(sql, values))).rows,
    now: async () => (now ??= (await askTogether<{ now: string }>(pool, NOW, 'now'))[0]?.now ?? ''),
  };
  return { reader, taken };
};

const byId = ({ table }: AnyStore): Question => ({ sql: `select *, desk_now() as desk_now from ${table} where id = any (${KEYS})`, by: 'id' });

const NOW: Question = { sql: `select asked, desk_now() as now from unnest($1::text[]) as asked`, by: 'asked' };
