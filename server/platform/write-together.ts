import { DatabaseError, type Pool } from 'pg';
import { batch } from './batch.ts';
import type { ColumnType, Fragment } from './fragment.ts';
import { prepared } from './prepared.ts';
import { fragmentsOf, write, type Writing } from './write.ts';

/** What it wanted to change moved since it was read. */
export class Moved extends Error {}

type Writer = { fragments: readonly Fragment[]; writing: Writing; written: () => void; failed: (error: unknown) => void };
type Writers = ReturnType<typeof batch<Writer>>;

const writers = new WeakMap<Pool, Map<string, Writers>>();

/**
 * Writes with those who write the same kind of thing in the same moment: one statement and one commit for all of them.
 * Each stands or falls alone: whose row moved has written nothing, and the others have.
 */
export const writeTogether = (pool: Pool, writing: Writing): Promise<void> => {
  const fragments = fragmentsOf(writing);
  // One row is changed at most, and everything else is a row for some table.
  const maySo = fragments.length > 0 && fragments.every(({ ofMany }) => ofMany) && fragments.filter(isChange).length <= 1;
  if (!maySo) return write(pool, writing);
  return new Promise((written, failed) => writersOf(pool, fragments).join({ fragments, writing, written, failed }));
};

const writersOf = (pool: Pool, fragments: readonly Fragment[]): Writers => {
  const kind = fragments.map(({ ofMany }) => ofMany?.kind).join();
  const ofPool = writers.get(pool) ?? new Map<string, Writers>();
  writers.set(pool, ofPool);
  let known = ofPool.get(kind);
  if (!known) {
    const text = statementOf(fragments);
    known = batch<Writer>((all) => writeAll(pool, text, all), { atOnce: 3, keyOf: changedBy });
    ofPool.set(kind, known);
  }
  return known;
};

const changedBy = ({ fragments }: Writer): string | undefined => fragments.find(isChange)?.changes;

const isChange = ({ changes }: Fragment): boolean => changes !== undefined;

/** What fails in a batch is tried once more alone: the second task of one agent is not the trouble of the others. */
const writeAll = async (pool: Pool, text: string, come: readonly Writer[]): Promise<void> => {
  const [first] = come;
  if (come.length === 1 && first) return write(pool, first.writing).then(first.written, first.failed);
  // Rows are locked in one order by everybody, so that two batches do not wait for each other.
  const all = come.toSorted((one, other) => ((changedBy(one) ?? '') < (changedBy(other) ?? '') ? -1 : 1));
  try {
    const { rows } = await pool.query<{ n: number }>(prepared(text, valuesOf(all)));
    const through = new Set(rows.map(({ n }) => n));
    all.forEach(({ written, failed }, n) => (through.has(n) ? written() : failed(new Moved())));
  } catch (error) {
    if (!(error instanceof DatabaseError)) for (const { failed } of all) failed(error);
    else await Promise.all(all.map((writer) => writeAll(pool, text, [writer])));
  }
};

/** Every column comes as a list over all of them, so that the text is the same however many they are. `n` tells whose a row is. */
const statementOf = (fragments: readonly Fragment[]): string => {
  let lists = 0;
  const list = (type: ColumnType): string => `$${++lists}::${type === 'text[]' ? 'text' : type}[]`;
  const parts = fragments.map((fragment, at) => {
    const { ofMany } = fragment;
    const types = ofMany?.types ?? [];
    const from = `unnest(${(['integer', ...types] as const).map(list).join(', ')}) as it (n, ${types.map((_, column) => `c${column}`).join(', ')})`;
    return isChange(fragment)
      ? { change: ofMany?.sql(from) }
      : { rows: `p${at} as (${ofMany?.sql(`${from} where n = any (array (select n from through))`)})` };
  });
  const through = parts.find(({ change }) => change)?.change ?? `select n from generate_series(0, $${++lists}::integer) as it (n)`;
  return `with ${[`through as (${through})`, ...parts.flatMap(({ rows }) => rows ?? [])].join(', ')} select n from through`;
};

const valuesOf = (all: readonly Writer[]): unknown[] => {
  const lists = (all[0]?.fragments ?? []).flatMap(({ ofMany }, at) => {
    const types = ofMany?.types ?? [];
    const columns: unknown[][] = [[], ...types.map(() => [])];
    all.forEach(({ fragments }, n) =>
      fragments[at]?.values.forEach((value, place) => {
        const column = place % types.length;
        if (column === 0) columns[0]?.push(n);
        columns[column + 1]?.push(types[column] === 'text[]' && value !== null ? listAsText(value as unknown[]) : value);
      }),
    );
    return columns.map(listAsText);
  });
  const [first] = all;
  return first && changedBy(first) === undefined ? [...lists, all.length - 1] : lists;
};

/** A list as PostgreSQL reads it; the driver would look at each word twice. */
const listAsText = (list: readonly unknown[]): string => `{${list.map(elementAsText).join(',')}}`;

const elementAsText = (one: unknown): string => {
  if (one === null) return 'null';
  if (typeof one !== 'string') return `${one as number | boolean}`;
  const isPlain = !one.includes('"') && !one.includes('\\');
  return `"${isPlain ? one : one.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};
