import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { END_OF_ROWS, type Footer, type Header, VERSION } from './backup-file.ts';
import { withPatientClient } from './patient-client.ts';
import { appliedMigrations } from './migrate.ts';
import { NotPossible } from './not-possible.ts';
import { columnsOf, quoted, sequencesOf, tablesOf } from './schema-facts.ts';

export type BackedUp = { file: string; tables: number; rows: number };

/** Writes the whole database as it stood at one moment into one file, while the desk goes on working. */
export const backup = async (url: string, file: string): Promise<BackedUp> => {
  if (await stat(file).catch(() => undefined)) throw new NotPossible(`${file} is already there. A backup does not overwrite another one.`);
  await mkdir(dirname(file), { recursive: true });

  const part = `${file}.part-${process.pid}`;
  try {
    const footer = await withPatientClient(url, (client) => write(client, part));
    await flush(part);
    await rename(part, file); // a file with the right name is whole
    await flush(dirname(file));
    const counts = Object.values(footer.rows);
    return { file, tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) };
  } finally {
    await rm(part, { force: true });
  }
};

/** The backup before an update. The newest `keep` of its kind stay. */
export const automaticBackup = async (url: string, folder: string, keep = 5): Promise<BackedUp> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await backup(url, join(folder, `${AUTOMATIC}${new Date().toISOString().replaceAll(/[:.]/g, '-')}.backup.gz`));

  const all = (await readdir(folder)).filter((name) => name.startsWith(AUTOMATIC) && name.endsWith('.backup.gz')).sort();
  for (const old of all.slice(0, -keep)) if (old !== basename(made.file)) await rm(join(folder, old));
  return made;
};

const AUTOMATIC = 'before-update-';

const write = async (client: Client, file: string) => {
  await client.query('begin isolation level repeatable read read only');
  const footer: Footer = { rows: {}, sequences: [] };
  const hash = createHash('sha256');
  const hashed = async function* (lines: AsyncIterable<Buffer>) {
    for await (const piece of lines) {
      hash.update(piece);
      yield piece;
    }
    yield Buffer.from(`sha256 ${hash.digest('hex')}\n`);
  };
  // Read by its owner only: this is everything that customers ever told the desk.
  await pipeline(Readable.from(lines(client, footer)), hashed, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  await client.query('commit');
  return footer;
};

async function* lines(client: Client, footer: Footer): AsyncGenerator<Buffer> {
  const tables = await tablesOf(client);
  if (tables.length === 0) throw new NotPossible('The database is empty, so there is nothing to back up.');
  // A migration of another node waits until the backup is done.
  await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  yield asLine(await headerOf(client, tables));

  for (const table of tables) {
    const columns = await columnsOf(client, table);
    yield asLine({ table, columns });
    const rows = client.query(copyTo(`copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)}) to stdout`));
    yield* rows as AsyncIterable<Buffer>;
    footer.rows[table] = rows.rowCount;
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  footer.sequences = await sequencesOf(client); // later than the rows, so never behind them
  yield asLine(footer);
}

const headerOf = async (client: Client, tables: string[]): Promise<Header> => {
  const { rows } = await client.query<{ now: string; version: string }>(
    `select to_json(now()) #>> '{}' as now, current_setting('server_version') as version`,
  );
  return {
    format: 'firstline-backup',
    version: VERSION,
    madeAt: rows[0]?.now ?? '',
    postgres: rows[0]?.version ?? '',
    migrations: await appliedMigrations(client),
    tables,
  };
};

const asLine = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

const flush = async (path: string) => {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
};
