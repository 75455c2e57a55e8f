import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg, { type Pool } from 'pg';

const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench';
const CLIENTS = 16;

/** The leanest claim there is: one table, one partial index, one statement. */
const STATEMENT = `update raw_tasks set status = 'held', held_by = 'x' where id =
  (select id from raw_tasks where status = 'waiting' order by opened_at limit 1 for update skip locked)`;

export const rawTasks = async (pool: Pool, count: number): Promise<void> => {
  await pool.query(`create table if not exists raw_tasks (id text primary key, status text not null, held_by text, opened_at timestamptz not null)`);
  await pool.query(`create index if not exists raw_tasks_waiting on raw_tasks (opened_at) where status = 'waiting'`);
  await pool.query('truncate raw_tasks');
  await pool.query(
    `insert into raw_tasks select gen_random_uuid()::text, 'waiting', null, clock_timestamp() + n * interval '1 second' from generate_series(1, $1) n`,
    [count],
  );
  await pool.query('vacuum (analyze) raw_tasks');
};

export const rawClient = (): string => (existsSync(PGBENCH) ? 'pgbench' : 'a loop over pg');

/** Raw claims a second over 16 connections; enough tasks must be there. */
export const rawClaims = async (url: string, folder: string, seconds: number): Promise<number> =>
  existsSync(PGBENCH) ? byPgbench(url, folder, seconds) : driverClaims(url, seconds);

const byPgbench = async (url: string, folder: string, seconds: number): Promise<number> => {
  const script = path.join(folder, 'claim.sql');
  writeFileSync(script, `${STATEMENT.replaceAll('\n', ' ')};\n`);
  const { searchParams, username, pathname } = new URL(url);
  const child = spawn(
    PGBENCH,
    ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '1', '-T', String(seconds), '-f', script, '-U', username, pathname.slice(1)],
    { env: { PGHOST: searchParams.get('host') ?? 'localhost' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  await new Promise((ended) => child.on('close', ended));
  const rate = said.match(/tps = ([\d.]+)/)?.[1];
  if (!rate) throw new Error(`pgbench: ${said}`);
  return Number(rate);
};

/** The same from this process, by the driver that the desk uses: what a claim of one statement and nothing else would cost here. */
export const driverClaims = async (url: string, seconds: number): Promise<number> => {
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      let done = 0;
      for (; performance.now() < until; done++) await client.query({ name: 'raw', text: STATEMENT });
      await client.end();
      return done;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
};
