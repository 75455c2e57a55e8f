import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { checkBackup, type Footer, type Header, type Heading, readBackup } from './backup-file.ts';
import { applyMigration, MIGRATING, pendingMigrations } from './migrate.ts';
import { type Migration, migrationFiles } from './migration-files.ts';
import { NotPossible } from './not-possible.ts';
import { withPatientClient } from './patient-client.ts';
import { foreignKeysOf, quoted, tablesOf, triggersOf } from './schema-facts.ts';

export type Restored = { tables: number; rows: number; migrated: string[] };

/**
 * Puts a backup into an empty database and brings it up to this build's schema: all of it, or nothing.
 * The file is read twice: once to know that it is whole before anything changes, once to restore.
 */
export const restore = async (url: string, file: string, { root }: { root: string }): Promise<Restored> => {
  const checked = await checkBackup(file);
  const known = migrationFiles(root);
  const newer = pendingMigrations(known, checked.migrations, 'backup');

  return withPatientClient(url, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATING]); // no node migrates meanwhile
    await refuseUnlessEmpty(client);
    await applyAll(client, known.filter((migration) => !newer.includes(migration)));
    await withoutGuards(client, () => fill(client, file, checked));
    await verifyCounts(client, checked.rows);
    await applyAll(client, newer);
    await client.query('commit');
    await client.query('analyze'); // else the first queries are planned blind

    const counts = Object.values(checked.rows);
    return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0), migrated: newer.map(({ name }) => name) };
  });
};

const refuseUnlessEmpty = async (client: Client) => {
  const tables = await tablesOf(client);
  if (tables.length === 0) return;
  throw new NotPossible(
    `The database already holds ${tables.length} tables. A backup is restored into an empty database only: ` +
      'make a new one, or start with a new data folder.',
  );
};

const applyAll = async (client: Client, migrations: Migration[]) => {
  for (const migration of migrations) {
    await applyMigration(client, migration);
    await client.query('set constraints all immediate; set constraints all deferred'); // as the end of its own transaction would
  }
};

const withoutGuards = async (client: Client, work: () => Promise<void>) => {
  const guards = [...(await foreignKeysOf(client)), ...(await triggersOf(client))];
  for (const { before } of guards) await client.query(before);
  await work();
  for (const { after } of guards) await client.query(after);
};

const fill = async (client: Client, file: string, checked: Header & Footer) => {
  // Migrations may have put rows of their own in; the backup has them as people left them.
  await client.query(`truncate ${(await tablesOf(client)).map(quoted).join(', ')}`);
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') await copyIn(client, part.heading, part.rows);
  }
  for (const { name, value, called } of checked.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, called]);
  }
};

const copyIn = (client: Client, { table, columns }: Heading, rows: AsyncIterable<Buffer>) =>
  pipeline(Readable.from(rows), client.query(copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`)));

const verifyCounts = async (client: Client, expected: Footer['rows']) => {
  for (const [table, count] of Object.entries(expected)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`);
    if (Number(rows[0]?.count) === count) continue;
    throw new NotPossible(`${table} would have ${rows[0]?.count} rows instead of ${count}. Nothing was restored.`);
  }
};
