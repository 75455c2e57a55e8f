import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmptyDatabase } from '@firstline/testing/database.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

const FIRST = { 'desk/0001-people.sql': 'create table people (name text)' };
const SECOND = { 'tasks/0002-tasks.sql': 'create table tasks (id int); insert into tasks values (1)' };
const THIRD = { 'desk/0003-more.sql': 'alter table people add column role text' };

let database: Awaited<ReturnType<typeof openEmptyDatabase>>;
let pool: Pool;
const roots: string[] = [];

beforeEach(async () => {
  database = await openEmptyDatabase();
  pool = database.pool;
});
afterEach(async () => {
  await database.close();
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

test('Migrations of all subjects are applied once, in the order of their numbers', async () => {
  expect(await migrate(pool, { root: build(THIRD, SECOND, FIRST) })).toEqual({ applied: ['0001-people', '0002-tasks', '0003-more'] });
  expect(await migrate(pool, { root: build(THIRD, SECOND, FIRST) })).toEqual({ applied: [] });
  const { rows } = await pool.query('select number, name, length(sha256) as digits, applied_at is not null as dated from migrations order by 1');
  expect(rows[1]).toEqual({ number: 2, name: '0002-tasks', digits: 64, dated: true });
});

test('A backup is made before a database with content changes, and only then', async () => {
  const backups: string[] = [];
  const update = (at: string, root: string) => migrate(pool, { root, beforeChanging: async () => void backups.push(at) });
  await update('new', build(FIRST));
  await update('nothing pending', build(FIRST));
  expect(backups).toEqual([]);
  await update('something pending', build(FIRST, SECOND));
  expect(backups).toEqual(['something pending']);
});

test('A backup that fails leaves the database as it was', async () => {
  await migrate(pool, { root: build(FIRST) });
  const beforeChanging = async () => { throw new Error('disk full'); };
  await expect(migrate(pool, { root: build(FIRST, SECOND), beforeChanging })).rejects.toThrow('disk full');
  expect((await pool.query(`select to_regclass('tasks') as tasks`)).rows).toEqual([{ tasks: null }]);
});

test('Two nodes that start together take turns', async () => {
  const slow = { 'desk/0001-people.sql': 'select pg_sleep(0.2); create table people (name text)' };
  const other = connect(database.url, { size: 2, applicationName: 'other node' });
  const outcomes = await Promise.all([pool, other].map((node) => migrate(node, { root: build(slow, SECOND) })));
  await other.end();
  expect(outcomes.map(({ applied }) => applied.length).sort()).toEqual([0, 2]);
  expect((await pool.query('select count(*) from tasks')).rows).toEqual([{ count: 1 }]);
});

test('A migration that fails is undone whole, and those before it stay', async () => {
  const broken = { 'tasks/0002-tasks.sql': 'create table tasks (id int); select no_such_thing' };
  await expect(migrate(pool, { root: build(FIRST, broken) })).rejects.toThrow('Migration 0002-tasks failed: column "no_such_thing"');
  const unrecorded = { 'tasks/0002-tasks.sql': 'create table tasks (id int); alter table migrations add check (number < 2)' };
  await expect(migrate(pool, { root: build(FIRST, unrecorded) })).rejects.toThrow('violates check constraint');
  const { rows } = await pool.query(`select to_regclass('people') as people, to_regclass('tasks') as tasks`);
  expect(rows).toEqual([{ people: 'people', tasks: null }]);
  expect(await migrate(pool, { root: build(FIRST, SECOND) })).toEqual({ applied: ['0002-tasks'] });
});

test('A database from a newer version is refused', async () => {
  await migrate(pool, { root: build(FIRST, SECOND) });
  await expect(migrate(pool, { root: build(FIRST) })).rejects.toThrow(/comes from a newer Firstline \(0002-tasks\).*Start the newer version/);
});

test('A migration whose text changed after it was applied is refused; line ends do not count', async () => {
  await migrate(pool, { root: build(FIRST) });
  await expect(migrate(pool, { root: build({ 'desk/0001-people.sql': 'create table people (name text, age int)' }) }))
    .rejects.toThrow(/0001-people reads differently now.*with a new number/);

  await migrate(pool, { root: build(FIRST, { 'desk/0004-lines.sql': 'select 1;\nselect 2;\n' }) });
  expect(await migrate(pool, { root: build(FIRST, { 'desk/0004-lines.sql': 'select 1;\r\nselect 2;\r\n' }) })).toEqual({ applied: [] });
});

test('Two migrations with one number, and a file that is not named like one, are refused', async () => {
  await expect(migrate(pool, { root: build(FIRST, { 'tasks/0001-tasks.sql': 'select 1' }) }))
    .rejects.toThrow(/0001-people and 0001-tasks have the same number/);
  await expect(migrate(pool, { root: build({ 'desk/12-people.sql': 'select 1' }) })).rejects.toThrow(/not named like a migration/);
});

test('A database that belongs to another program is refused', async () => {
  await pool.query('create table orders (id int)');
  await expect(migrate(pool, { root: build(FIRST) })).rejects.toThrow(/tables that are not Firstline's \(orders …\)/);
});

/** A project folder with these migrations. */
const build = (...migrations: Record<string, string>[]) => {
  const root = mkdtempSync(join(tmpdir(), 'firstline-build-'));
  roots.push(root);
  for (const [path, sql] of migrations.flatMap((given) => Object.entries(given))) {
    const [subject = '', file = ''] = path.split('/');
    mkdirSync(join(root, 'server', subject, 'migrations'), { recursive: true });
    writeFileSync(join(root, 'server', subject, 'migrations', file), sql);
  }
  return root;
};
