import type { Pool, QueryResultRow } from 'pg';
import { batch } from './batch.ts';
import { prepared } from './prepared.ts';

/** What is asked for many keys at once: `sql` looks for `= any (${KEYS})`, and its rows name their key in the column `by`. */
export type Question = { sql: string; by: string };

/** The keys, where the planner cannot count them: so one plan does for any number of them, and is made once. */
export const KEYS = '(select $1::text[])::text[]';

type Asker = { key: string; answer: (rows: QueryResultRow[]) => void; failed: (error: unknown) => void };

const askers = new WeakMap<Pool, Map<string, ReturnType<typeof batch<Asker>>>>();

/** The rows of one key, asked together with the keys of others. */
export const askTogether = <Row extends QueryResultRow>(pool: Pool, question: Question, key: string): Promise<Row[]> =>
  new Promise<QueryResultRow[]>((answer, failed) => batchOf(pool, question).join({ key, answer, failed })) as Promise<Row[]>;

const batchOf = (pool: Pool, question: Question): ReturnType<typeof batch<Asker>> => {
  const ofPool = askers.get(pool) ?? new Map<string, ReturnType<typeof batch<Asker>>>();
  const known = ofPool.get(question.sql) ?? batch<Asker>((all) => answerAll(pool, question, all), { atOnce: 2 });
  askers.set(pool, ofPool.set(question.sql, known));
  return known;
};

/** What fails in a batch is asked once more alone: a key that the database refuses, or a lost connection, is not everybody's trouble. */
const answerAll = async (pool: Pool, question: Question, all: readonly Asker[]): Promise<void> => {
  try {
    const rows = await rowsOf(pool, question, new Set(all.map(({ key }) => key)));
    for (const { key, answer } of all) answer(rows.get(key) ?? []);
  } catch (error) {
    if (all.length === 1) all[0]?.failed(error);
    else await Promise.all(all.map((asker) => answerAll(pool, question, [asker])));
  }
};

const rowsOf = async (pool: Pool, { sql, by }: Question, keys: ReadonlySet<string>): Promise<Map<string, QueryResultRow[]>> => {
  const { rows } = await pool.query<QueryResultRow>(prepared(sql, [[...keys]]));
  const found = new Map<string, QueryResultRow[]>();
  for (const row of rows) {
    const key = row[by] as string;
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return found;
};
