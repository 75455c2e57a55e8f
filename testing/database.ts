import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { placeFor, reach, urlOf } from '@firstline/server/platform/postgres/embedded.ts';
import { migrate } from '@firstline/server/platform/postgres/migrate.ts';
import type { TestRun } from './setup.ts';

const ROOT = join(import.meta.dirname, '..');

/** A database of the test's own, with the whole schema and nothing in it. */
export const openDatabase = async () => {
  const run = inject('testRun');
  const adminUrl = await (server ??= runningServer(run));
  await (template ??= preparedTemplate(adminUrl, run));
  return create(adminUrl, `template ${templateOf(run)} strategy file_copy`);
};

/** For tests of what makes the schema. */
export const openEmptyDatabase = async () => {
  const adminUrl = await (server ??= runningServer(inject('testRun')));
  return create(adminUrl, `template template0 encoding 'UTF8' strategy file_copy`);
};

/** Lets time pass: `desk_now()` jumps ahead in this database. */
export const moveClock = async (pool: Pool, milliseconds: number) => {
  await pool.query('update test_clock set offset_ms = offset_ms + $1', [milliseconds]);
};

/** The desk's clock stands from now on, but for what the test moves: for what is counted to the second, however slow the machine. */
export const stopClock = async (pool: Pool) => {
  await pool.query('update test_clock set stands_at = clock_timestamp()');
};

let server: Promise<string> | undefined;
let template: Promise<void> | undefined;
let opened = 0;

const templateOf = (run: TestRun) => `${run.name}_template`;

const create = async (adminUrl: string, like: string) => {
  const name = `${inject('testRun').name}_${process.pid}_${++opened}`;
  await asAdmin(adminUrl, (admin) => admin.query(`create database ${name} ${like}`));

  const url = onDatabase(adminUrl, name);
  const pool = connect(url, { size: 5, applicationName: 'test' });
  const close = async () => {
    await pool.end();
    await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { url, pool, close };
};

const preparedTemplate = (adminUrl: string, run: TestRun) =>
  asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock(4217003)'); // test files start side by side; one makes the template
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [templateOf(run)]);
    if (!rowCount) await makeTemplate(admin, adminUrl, run);
  });

const runningServer = async (run: TestRun) => run.adminUrl ?? startServer(run);

const startServer = async (run: TestRun) => {
  const { sockets, member } = await reach(placeFor(run.folder, { binaries: run.binaries, fast: true }));
  await member.end();
  return urlOf(sockets, 'postgres');
};

const makeTemplate = async (admin: Client, adminUrl: string, run: TestRun) => {
  const making = `${run.name}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making} template template0 encoding 'UTF8'`);
  const pool = connect(onDatabase(adminUrl, making), { size: 2, applicationName: 'test' });
  try {
    await migrate(pool, { root: ROOT });
    await makeClockMovable(pool);
  } finally {
    await pool.end();
  }
  await admin.query(`alter database ${making} rename to ${templateOf(run)}`);
};

const makeClockMovable = async (pool: Pool) => {
  await pool.query(`
    create table test_clock (offset_ms bigint not null, stands_at timestamptz);
    insert into test_clock values (0);
    create or replace function desk_now() returns timestamptz language sql stable as
      $$ select coalesce(stands_at, clock_timestamp()) + offset_ms * interval '1 millisecond' from test_clock $$;
  `);
};

const onDatabase = (adminUrl: string, name: string) => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};

const asAdmin = async <T>(adminUrl: string, work: (admin: Client) => Promise<T>) => {
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};
