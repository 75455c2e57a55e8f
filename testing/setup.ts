import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { isAlive, traceOfServer } from '@firstline/server/platform/postgres/running.ts';
import { killServer } from '@firstline/server/platform/postgres/server-process.ts';

/** Where the tests of one run find their databases. The first test that wants one starts the server. */
export type TestRun = {
  /** Prefix of the run's databases. */
  name: string;
  folder: string;
  /** PostgreSQL programs to run in place of the installed package's. */
  binaries?: string;
  /** A running server to use instead. */
  adminUrl?: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun;
  }
}

/** `TEST_POSTGRES` may name a server (`postgresql://…`) or a folder of programs (`/usr/lib/postgresql/15/bin`). */
export const setup = async (project: TestProject) => {
  await sweep();
  const given = process.env.TEST_POSTGRES || undefined;
  const name = `firstline_test_${process.pid}_${randomBytes(3).toString('hex')}`;
  const run: TestRun = {
    name,
    folder: join(place(), name),
    ...(given?.startsWith('postgres') ? { adminUrl: given } : { binaries: given }),
  };
  mkdirSync(run.folder);
  project.provide('testRun', run);

  return async () => {
    await discard(run.folder);
    if (run.adminUrl) await dropDatabases(run.adminUrl, run.name);
  };
};

const MEMORY = '/dev/shm';
const PLACES = [MEMORY, tmpdir()];

/** Copying a database takes 10 ms in memory and 100 ms on a busy disk. Containers often have hardly any such memory. */
const place = () => {
  const memory = existsSync(MEMORY) && statfsSync(MEMORY);
  return memory && memory.bavail * memory.bsize > 4e9 ? MEMORY : tmpdir();
};

/** What runs that were killed have left behind. */
const sweep = async () => {
  for (const folder of PLACES.filter((path) => existsSync(path)).flatMap((path) => readdirSync(path).map((name) => join(path, name)))) {
    const owner = basename(folder).match(/^firstline_test_(\d+)_/)?.[1];
    if (owner && isOurs(folder) && !isAlive(Number(owner))) await discard(folder);
  }
};

const isOurs = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();

const discard = async (folder: string) => {
  const server = traceOfServer(join(folder, 'postgres'));
  if (server?.alive) await killServer(server);
  rmSync(folder, { recursive: true, force: true });
};

const dropDatabases = async (adminUrl: string, prefix: string) => {
  const admin = new Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [prefix]);
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
};
