import type { Pool } from 'pg';
import type { Entry } from './journal.ts';
import { prepared } from './prepared.ts';
import type { Fragment } from './store.ts';

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

/** Writes it all in one statement, so one round trip and one commit. Rejects with the database's error when it may not be. */
export const write = async (pool: Pool, writing: Writing): Promise<void> => {
  const values: unknown[] = [];
  const put = ({ sql, values: own }: Fragment): string => {
    values.push(...own);
    let next = values.length - own.length;
    return sql.replace(/\?/g, () => `$${++next}`);
  };

  // The journal is written after the rows it speaks of were locked: a statement's unreferenced parts run last.
  const parts = [
    ...writing.conditional.map((fragment, n) => `c${n} as (${put(fragment)})`),
    ...writing.free.map((fragment, n) => `f${n} as (${put(fragment)})`),
    ...(writing.answered ? [`answered as (${put(answerFragment(writing.answered))})`] : []),
    ...(writing.entries.length > 0 ? [`told as (${put(entriesFragment(writing.entries))})`] : []),
    ...(writing.jobs.length > 0 ? [`due as (${put(jobsFragment(writing.jobs))})`] : []),
  ];
  if (parts.length === 0) return;
  const touched = writing.conditional.map((_, n) => `(select count(*) from c${n})`).join(' + ') || '0';
  await pool.query(
    prepared(`with ${parts.join(', ')} select desk_must(${touched} = ${writing.conditional.length})`, values),
  );
};

const answerFragment = ({ id, fingerprint, status, answer, at }: Answered): Fragment => ({
  sql: 'insert into commands (id, fingerprint, status, answer, at) values (?, ?, ?::smallint, ?, ?::timestamptz)',
  values: [id, fingerprint, status, answer, at],
});

const entriesFragment = (entries: Entry[]): Fragment => ({
  sql: `insert into journal_inbox (at, subject, subject_id, version, type, by, command_id, audience, outline, body, personal, salt) values ${rows(entries, ENTRY)}`,
  values: entries.flatMap(({ at, subject, subject_id, version, type, by, command_id, audience, outline, body, personal, salt }) => [
    at, subject, subject_id, version, type, by, command_id, audience, outline, JSON.stringify(body), personal && JSON.stringify(personal), salt,
  ]),
});

const ENTRY = '(?::timestamptz, ?, ?, ?::integer, ?, ?, ?, ?::text[], ?::text[], ?::jsonb, ?::jsonb, ?)';

const jobsFragment = (jobs: Job[]): Fragment => ({
  sql: `insert into jobs (key, name, input, due_at, since) values ${rows(jobs, JOB)}
    on conflict (key) do update set name = excluded.name, input = excluded.input, due_at = excluded.due_at, since = excluded.since, attempts = 0, trouble = null`,
  values: jobs.flatMap(({ key, name, input, due_at }) => [key, name, JSON.stringify(input), due_at, due_at]),
});

const JOB = '(?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz)';

const rows = (all: readonly unknown[], one: string): string => all.map(() => one).join(', ');
