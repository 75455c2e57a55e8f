import type { Pool, QueryResultRow } from 'pg';
import { prepared } from './prepared.ts';

/** What is asked for many keys at once: `sql` looks for `= any ($1)`, and its rows name their key in the column `by`. */
export type Question = { sql: string; by: string };

/** Statements of one question that may be on their way at once; who asks meanwhile waits and goes with the next one. */
const MOST_UNDER_WAY = 2;

type Asker = { key: string; answer: (rows: QueryResultRow[]) => void; failed: (error: unknown) => void };
type Line = { waiting: Asker[]; underWay: number };

const lines = new WeakMap<Pool, Map<string, Line>>();

/** The rows of one key, asked together with the keys of others: the way to the database costs ten times what a row costs. */
export const askTogether = <Row extends QueryResultRow>(pool: Pool, question: Question, key: string): Promise<Row[]> =>
  new Promise<QueryResultRow[]>((answer, failed) => {
    const line = lineOf(pool, question);
    line.waiting.push({ key, answer, failed });
    // At the end of this turn: whoever was answered by one statement goes on together.
    if (line.waiting.length === 1) process.nextTick(() => void goOn(pool, question, line));
  }) as Promise<Row[]>;

const lineOf = (pool: Pool, { sql }: Question): Line => {
  const ofPool = lines.get(pool) ?? new Map<string, Line>();
  const line = ofPool.get(sql) ?? { waiting: [], underWay: 0 };
  lines.set(pool, ofPool.set(sql, line));
  return line;
};

const goOn = async (pool: Pool, question: Question, line: Line): Promise<void> => {
  if (line.waiting.length === 0 || line.underWay >= MOST_UNDER_WAY) return;
  line.underWay += 1;
  await answerAll(pool, question, line.waiting.splice(0));
  line.underWay -= 1;
  await goOn(pool, question, line);
};

/** What fails in company is asked once more alone: a key that the database refuses, or a lost connection, is not everybody's trouble. */
const answerAll = async (pool: Pool, question: Question, askers: readonly Asker[]): Promise<void> => {
  try {
    const rows = await rowsOf(pool, question, new Set(askers.map(({ key }) => key)));
    for (const { key, answer } of askers) answer(rows.get(key) ?? []);
  } catch (error) {
    if (askers.length === 1) askers[0]?.failed(error);
    else await Promise.all(askers.map((asker) => answerAll(pool, question, [asker])));
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
