import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openEmptyDatabase } from '@firstline/testing/database.ts';
import { isoTime } from './column-readers.ts';
import { assertSafeServer, connect, faultsOf } from './connect.ts';

let database: Awaited<ReturnType<typeof openEmptyDatabase>>;
let pool: Pool;

beforeAll(async () => {
  database = await openEmptyDatabase();
  pool = database.pool;
});
afterAll(() => database.close());

test('Numbers come as numbers, times as ISO text to the millisecond, dates as they are', async () => {
  const { rows } = await pool.query(`select
    9007199254740991::int8 as number, array[1, null, 2]::int8[] as numbers,
    timestamptz '2026-03-29 03:30:00.123456+02' as time, array[timestamptz '2026-01-01 00:00Z'] as times,
    timestamptz 'infinity' as never, date '2026-02-28' as day, '{"a": [1]}'::jsonb as json, null::timestamptz as nothing`);
  expect(rows[0]).toEqual({
    number: 9007199254740991, numbers: [1, null, 2],
    time: '2026-03-29T01:30:00.123Z', times: ['2026-01-01T00:00:00.000Z'],
    never: 'infinity', day: '2026-02-28', json: { a: [1] }, nothing: null,
  });
});

test('A time is the same moment whatever zone the session has', () => {
  for (const text of ['2026-11-21 20:16:01.5+00', '2026-11-21 21:16:01.5+01', '2026-11-22 01:46:01.5+05:30']) {
    expect(isoTime(text)).toBe('2026-11-21T20:16:01.500Z');
  }
});

test('No statement runs on for ever', async () => {
  const { rows } = await pool.query(`select current_setting('statement_timeout') as statement,
    current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`);
  expect(rows[0]).toEqual({ statement: '15s', lock: '2s', idle: '10s' });
});

test('A question that is refused costs no connection, and one that loses its connection gets another', async () => {
  const one = connect(database.url, { size: 1, applicationName: 'one' });
  const pid = async () => (await one.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
  const first = await pid();
  await expect(one.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
  expect(await pid()).toBe(first);
  await expect(one.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({ code: '57P01' });
  expect(await pid()).not.toBe(first);
  await one.end();
});

test('A plan from before the tables changed goes with its connection, so the next who asks is answered', async () => {
  const one = connect(database.url, { size: 1, applicationName: 'one' });
  await one.query('create table grown (id int)');
  const ask = () => one.query({ name: 'grown', text: 'select * from grown' });
  await ask();
  await one.query('alter table grown add column name text');
  await expect(ask()).rejects.toMatchObject({ code: '0A000' });
  expect((await ask()).rows).toEqual([]);
  await one.end();
});

test('A lost idle connection is nobody\'s accident', async () => {
  const { rows } = await pool.query('select pg_backend_pid() as pid');
  const other = connect(database.url, { size: 1, applicationName: 'other' });
  await other.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await other.end();
  await expect.poll(() => pool.totalCount).toBe(0);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('A connection that is lost between two questions of a transaction fails the next one, and nothing else', async () => {
  const other = connect(database.url, { size: 1, applicationName: 'other' });
  const client = await pool.connect();
  await client.query('begin');
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const lost = new Promise((ended) => client.once('end', ended));
  await other.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await lost;
  await expect(client.query('select 1')).rejects.toThrow('not queryable');
  client.release();
  await other.end();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test.skipIf(inject('testRun').adminUrl)('A server that may lose saved work is refused, and every fault is named', async () => {
  const careless = connect(`${database.url}&options=`, { size: 1, applicationName: 'test' });
  await expect(assertSafeServer(careless)).rejects.toThrow(
    /fsync is off.*full_page_writes is off.*synchronous_commit is off.*statement_timeout is not set.*lock_timeout.*idle_in_transaction/s,
  );
  await careless.end();
  await assertSafeServer(pool, { allowUnsafe: true });
});

test('A server is refused for its age and its encoding', () => {
  const good = {
    server_version: '15.0', server_version_num: '150000', server_encoding: 'UTF8', fsync: 'on', full_page_writes: 'on',
    synchronous_commit: 'local', statement_timeout: '15s', lock_timeout: '2s', idle_in_transaction_session_timeout: '10s',
  };
  expect(faultsOf(good)).toEqual([]);
  expect(faultsOf({ ...good, server_version: '14.20', server_version_num: '140020' })).toEqual([
    'It is PostgreSQL 14.20; 15 is the oldest that works.',
  ]);
  expect(faultsOf({ ...good, server_encoding: 'SQL_ASCII' })[0]).toMatch(/written in SQL_ASCII/);
});
