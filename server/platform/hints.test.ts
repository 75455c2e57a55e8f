import { openDatabase } from '@firstline/testing/database.ts';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { hints, type Hint } from './hints.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const admin = async (url: string, sql: string): Promise<void> => {
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  await client.query(sql);
  await client.end();
};

test('A node that could not reach the database for a while hears the others again', async () => {
  const database = await openDatabase();
  open.push(database.close);
  const name = new URL(database.url).pathname.slice(1);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const heard: Hint[] = [];
  const ours = await hints(database.url, 'ours', (hint) => heard.push(hint), log);
  open.push(ours.stop);

  await admin(database.url, `alter database ${name} allow_connections false`);
  await admin(database.url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  // Until it has knocked in vain once.
  await expect.poll(() => lines.filter((line) => line.includes('still away')).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await admin(database.url, `alter database ${name} allow_connections true`);

  const theirs = await hints(database.url, 'theirs', () => undefined, log);
  open.push(theirs.stop);
  await expect.poll(() => (theirs.send('sealed'), heard.length), { timeout: 10_000, interval: 200 }).toBeGreaterThan(0);
}, 40_000);
