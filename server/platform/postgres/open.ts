import path from 'node:path';
import type { Config } from '../config.ts';
import { automaticBackup } from './backup.ts';
import { assertSafeServer, connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

export type Database = { url: string; stop: () => Promise<void> };

/** The database of this installation, safe and with today's schema: the one that is named, or our own in the data folder. */
export const openPostgres = async (
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  root: string,
  say: (text: string) => void,
): Promise<Database> => {
  const own = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const url = config.databaseUrl ?? (own?.url as string);
  const stop = (): Promise<void> => own?.stop() ?? Promise.resolve();
  const pool = connect(url, { size: 2, applicationName: 'firstline start' });
  try {
    await assertSafeServer(pool);
    const { applied } = await migrate(pool, {
      root,
      beforeChanging: async () => {
        const { file } = await automaticBackup(url, path.join(config.dataDir, 'backups'));
        say(`Saved the desk before changing its tables: ${file}`);
      },
    });
    if (applied.length > 0) say(`The tables are up to date (${applied.length} changes).`);
    return { url, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  } finally {
    await pool.end();
  }
};
