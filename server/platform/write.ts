import type { Pool } from 'pg';
import type { Entry } from './journal.ts';
import { prepared } from './prepared.ts';
import { rowsInto, type ColumnType, type Fragment } from './fragment.ts';

export type Job = { key: string; name: string; input: unknown; due_at: string };
export type Answered = { id: string; fingerprint: string; status: number; answer: string; at: string };

/** Everything that one command changes. */
export type Writing = {
  /** Each must touch exactly one row, else nothing is written and `moved` is the answer. */
  conditional: Fragment[];
  /** Each may touch any number of rows. */
  free: Fragment[];
  entries: Entry[];
  jobs: Job[];
  answered?: Answered;
};

/** The pieces of it, in the order in which they are written. The journal comes after the rows it speaks of. */
export const fragmentsOf = ({ conditional, free, answered, entries, jobs }: Writing): Fragment[] => [
  ...conditional,
  ...free,
  ...(answered ? [ANSWER([answered.id, answered.fingerprint, answered.status, answered.answer, answered.at])] : []),
  ...(entries.length > 0 ? [ENTRIES(...entries.map((entry) => ENTRY_FIELDS.map((field) => entry[field])))] : []),
  ...(jobs.length > 0 ? [JOBS(...jobs.map(({ key, name, input, due_at }) => [key, name, input, due_at, due_at]))] : []),
];

/** Writes it all in one statement, so one round trip and one commit. Rejects with the database's error when it may not be. */
export const write = async (pool: Pool, writing: Writing): Promise<void> => {
  const values: unknown[] = [];
  const put = ({ sql, values: own }: Fragment): string => {
    values.push(...own);
    let next = values.length - own.length;
    return sql.replace(/\?/g, () => `$${++next}`);
  };

  // The journal is written after the rows it speaks of were locked: a statement's unreferenced parts run last.
  const parts = fragmentsOf(writing).map((fragment, n) => `p${n} as (${put(fragment)})`);
  if (parts.length === 0) return;
  const touched = writing.conditional.map((_, n) => `(select count(*) from p${n})`).join(' + ') || '0';
  await pool.query(
    prepared(`with ${parts.join(', ')} select desk_must(${touched} = ${writing.conditional.length})`, values),
  );
};

const ANSWER = rowsInto('commands', { id: 'text', fingerprint: 'text', status: 'smallint', answer: 'text', at: 'timestamptz' });

const ENTRY = {
  at: 'timestamptz', subject: 'text', subject_id: 'text', version: 'integer', type: 'text', by: 'text', command_id: 'text',
  audience: 'text[]', outline: 'text[]', body: 'jsonb', personal: 'jsonb', salt: 'text',
} as const satisfies Record<keyof Entry, ColumnType>;
const ENTRY_FIELDS = Object.keys(ENTRY) as (keyof Entry)[];
const ENTRIES = rowsInto('journal_inbox', ENTRY);

const JOBS = rowsInto(
  'jobs',
  { key: 'text', name: 'text', input: 'jsonb', due_at: 'timestamptz', since: 'timestamptz' },
  'on conflict (key) do update set name = excluded.name, input = excluded.input, due_at = excluded.due_at, since = excluded.since, attempts = 0, trouble = null',
);
