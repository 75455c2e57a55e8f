import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { openEmptyDatabase } from '@firstline/testing/database.ts';
import { migrate } from './migrate.ts';

type Database = Awaited<ReturnType<typeof openEmptyDatabase>>;

/** A schema with everything that is hard to bring back. */
const AWKWARD = `
  create table people (id int primary key, name text not null, boss int, favourite int);
  create table tasks (id bigint generated always as identity primary key, held_by int not null references people, at timestamptz(6),
    body jsonb, labels text[], file bytea, words tsvector generated always as (to_tsvector('simple', coalesce(body->>'text', ''))) stored);
  alter table people add foreign key (boss) references people, add foreign key (favourite) references tasks deferrable initially deferred;
  create table journal (seq serial primary key, said text) partition by range (seq);
  create table journal_early partition of journal for values from (0) to (3);
  create table journal_late partition of journal default;
  create table "Odd ""name" ("select" text default 'x', gone int, "Ünï" real);
  alter table "Odd ""name" drop column gone;
  create table empty (nothing int);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
  insert into people values (98, 'unwanted', null, null), (99, 'made by the migration', null, 1);
  insert into tasks (held_by) values (99);
  create trigger kept before update or delete or truncate on tasks for each statement execute function refuse();
  create trigger counted before insert on tasks for each row when (new.held_by < 0) execute function refuse();
  alter table tasks enable always trigger kept;`;

const ROWS = `
  insert into people values (1, 'Ana', 2, null), (2, E'tab\\there\\nline \\\\. back\\\\slash \\r', 1, null), (3, E'\\\\.', 3, null), (4, '🙂 ünï', null, null);
  insert into tasks (held_by, at, body, labels, file) values
    (1, '2026-11-21 20:16:01.123456+00', '{"text": "Große \\u00e9 \\"quoted\\"", "n": 1.10}', array['a,b', null, ''], '\\x00ff0a5c'),
    (2, 'infinity', 'null', '{}', ''), (3, null, null, null, null);
  update people set favourite = 4 where id = 1;
  insert into journal (said) select 'line ' || n from generate_series(1, 5) as n;
  insert into "Odd ""name" values (null, 'NaN'), ('', 1e-10), (E'\\\\N', '-Infinity'), ('N', 0.1);
  set constraints all immediate;
  alter table tasks disable trigger kept; delete from tasks where held_by = 2; alter table tasks enable always trigger kept;
  delete from people where id = 98;`;

export const BUILD = { 'tasks/0001-awkward.sql': AWKWARD, 'desk/0002-names.sql': 'alter table people alter column name set not null' };
export const NEXT_BUILD = { ...BUILD, 'tasks/0003-more.sql': 'alter table people add column role text default \'agent\' not null' };

/** Databases and folders that go when the test is over. */
export const workbench = () => {
  const databases: Database[] = [];
  const folders: string[] = [];
  const folder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'firstline-backup-')));
    return folders.at(-1) as string;
  };
  const build = (migrations: Record<string, string>) => {
    const root = folder();
    for (const [path, sql] of Object.entries(migrations)) {
      const [subject = '', file = ''] = path.split('/');
      mkdirSync(join(root, 'server', subject, 'migrations'), { recursive: true });
      writeFileSync(join(root, 'server', subject, 'migrations', file), sql);
    }
    return root;
  };
  const empty = async () => {
    databases.push(await openEmptyDatabase());
    return databases.at(-1) as Database;
  };
  const filled = async (migrations: Record<string, string> = BUILD) => {
    const database = await empty();
    await migrate(database.pool, { root: build(migrations) });
    await database.pool.query(ROWS);
    return database;
  };
  const clear = async () => {
    await Promise.all(databases.splice(0).map((database) => database.close()));
    for (const path of folders.splice(0)) rmSync(path, { recursive: true });
  };
  return { folder, build, empty, filled, clear };
};

/** Every row of every table as text, and where the sequences stand. */
export const everythingIn = async (pool: Pool) => {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) found[name] = (await pool.query(`select x::text as row from ${name} as x order by 1`)).rows.map(({ row }) => row);
  found.sequences = (await pool.query('select sequencename, last_value from pg_sequences order by 1')).rows;
  found.guards = (await pool.query(`
    select conname as name, pg_get_constraintdef(oid) as means, convalidated::text as how from pg_constraint where connamespace = 'public'::regnamespace
    union all select tgname, pg_get_triggerdef(oid), tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`)).rows;
  return found;
};
