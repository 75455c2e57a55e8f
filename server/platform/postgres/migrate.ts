import type { Pool, PoolClient } from 'pg';
import { migrationFiles, type Migration } from './migration-files.ts';
import { NotPossible } from './not-possible.ts';

export type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>;

export type MigrateOptions = {
  /** The folder that holds `server/`. */
  root: string;
  /** Awaited before a database with content is changed: the automatic backup. */
  beforeChanging?: () => Promise<void>;
};

/** Whose turn it is. Held by a transaction rather than by a session, which a pooler would share out. */
export const MIGRATING = 4_217_002;

/** Brings the schema up to date, over two connections of the pool. Nodes that start together take turns; the second finds nothing left to do. */
export const migrate = async (pool: Pool, { root, beforeChanging }: MigrateOptions): Promise<{ applied: string[] }> => {
  const known = migrationFiles(root);
  const turn = await pool.connect();
  try {
    await turn.query('begin');
    await turn.query(`select set_config(name, '0', true) from unnest($1::text[]) as name`, [
      ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'],
    ]);
    await turn.query('select pg_advisory_xact_lock($1)', [MIGRATING]);
    return await withClient(pool, async (client) => {
      const applied = await appliedMigrations(client);
      const pending = pendingMigrations(known, applied);
      if (pending.length > 0 && applied.length > 0) await beforeChanging?.();
      for (const migration of pending) await inTransaction(client, () => applyMigration(client, migration));
      return { applied: pending.map(({ name }) => name) };
    });
  } finally {
    turn.release(true);
  }
};

/** What this database has been through; nothing for an empty one. */
export const appliedMigrations = async (client: Pick<PoolClient, 'query'>): Promise<Applied[]> => {
  const { rows: tables } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  if (tables.some(({ name }) => name === 'migrations')) {
    return (await client.query<Applied>('select number, name, sha256 from migrations order by number')).rows;
  }
  if (tables.length === 0) return [];
  throw new NotPossible(
    `The database holds tables that are not Firstline's (${tables.slice(0, 3).map(({ name }) => name).join(', ')} …). ` +
      'Give Firstline a database of its own: create database firstline;',
  );
};

/** What is left to do, if this build and that database or backup belong together. */
export const pendingMigrations = (known: Migration[], applied: Applied[], where: 'database' | 'backup' = 'database') => {
  for (const { number, name, sha256 } of applied) {
    const own = known.find((migration) => migration.number === number);
    if (!own) {
      throw new NotPossible(
        `The ${where} comes from a newer Firstline (${name}), which this one does not know. ` +
          'Start the newer version, or use a backup from before the update.',
      );
    }
    if (own.sha256 !== sha256) {
      throw new NotPossible(
        `Migration ${own.name} reads differently now than when it was applied to this ${where} (as ${name}). ` +
          'Put its old text back and make the change in a migration with a new number.',
      );
    }
  }
  const done = new Set(applied.map(({ number }) => number));
  return known.filter(({ number }) => !done.has(number));
};

export const applyMigration = async (client: Pick<PoolClient, 'query'>, { number, name, sha256, sql }: Migration) => {
  await client.query(`create table if not exists migrations (
    number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
  try {
    await client.query(sql);
  } catch (fault) {
    throw new Error(`Migration ${name} failed: ${(fault as Error).message}`, { cause: fault });
  }
  await client.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
};

const inTransaction = async (client: PoolClient, work: () => Promise<void>) => {
  await client.query('begin');
  try {
    // Filling a new column may take long; waiting for a lock that long would hold up a desk that is working.
    await client.query(`set local statement_timeout = 0; set local lock_timeout = '10s'`);
    await work();
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  }
};

const withClient = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>) => {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
};
