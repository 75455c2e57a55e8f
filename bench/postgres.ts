import { openPostgres } from '@firstline/server/platform/postgres/open.ts';
import { startEmbedded } from '@firstline/server/platform/postgres/embedded.ts';
import pg from 'pg';

export type Postgres = { url: string; stop: () => Promise<void> };

/** The embedded PostgreSQL with the settings of a real desk, migrated, and any further settings a measurement wants. */
export const benchPostgres = async (folder: string, root: string, settings: Record<string, string> = {}): Promise<Postgres> => {
  if (Object.keys(settings).length > 0) {
    const first = await startEmbedded(folder);
    await alterSystem(first.url, settings);
    await first.stop();
  }
  return openPostgres({ dataDir: folder }, root, () => undefined);
};

/** Settings that running connections take up as well; `undefined` gives one back. */
export const alterSystem = async (url: string, settings: Record<string, string | undefined>): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [name, value] of Object.entries(settings))
    await client.query(value === undefined ? `alter system reset ${name}` : `alter system set ${name} = '${value}'`);
  await client.query('select pg_reload_conf()');
  await client.end();
};
