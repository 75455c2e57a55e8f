import { expect, test } from 'vitest';
import { moveClock, openDatabase, stopClock } from './database.ts';

test('Two tests have two databases, each with the whole schema', async () => {
  const [one, two] = await Promise.all([openDatabase(), openDatabase()]);
  await one.pool.query('create table mine ()');
  const { rows } = await two.pool.query(`select to_regclass('mine') as mine, to_regclass('journal') as journal`);
  expect(rows).toEqual([{ mine: null, journal: 'journal' }]);
  await Promise.all([one.close(), two.close()]);
});

test('A test moves the clock of the desk without waiting', async () => {
  const { pool, close } = await openDatabase();
  await moveClock(pool, 60_000);
  await moveClock(pool, 30_000);
  const { rows } = await pool.query('select round(extract(epoch from desk_now() - clock_timestamp()))::int as ahead');
  expect(rows).toEqual([{ ahead: 90 }]);
  await close();
});

test('A clock that was stopped stands where it was, until the test moves it', async () => {
  const { pool, close } = await openDatabase();
  const now = async () => (await pool.query<{ ms: number }>('select extract(epoch from desk_now())::float8 * 1000 as ms')).rows[0]?.ms ?? 0;
  await moveClock(pool, 60_000);
  await stopClock(pool);
  const stood = await now();
  expect(await now()).toBe(stood);
  await moveClock(pool, 1000);
  expect((await now()) - stood).toBeCloseTo(1000, 3);
  const { rows } = await pool.query('select round(extract(epoch from desk_now() - clock_timestamp()) / 10)::int as tens');
  expect(rows).toEqual([{ tens: 6 }]);
  await close();
});
