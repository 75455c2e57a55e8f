import path from 'node:path';
import type { Config } from './platform/config.ts';
import { copyFiles } from './platform/copy-files.ts';
import { backup } from './platform/postgres/backup.ts';
import { startEmbedded } from './platform/postgres/embedded.ts';
import { NotPossible } from './platform/postgres/not-possible.ts';
import { restore } from './platform/postgres/restore.ts';

type Say = (text: string) => void;

/** The installation's database as it stands: running beside a running desk, and left alone otherwise. */
const withDatabase = async (config: Config, work: (url: string) => Promise<void>): Promise<void> => {
  if (config.databaseUrl) return work(config.databaseUrl);
  const own = await startEmbedded(config.dataDir);
  try {
    await work(own.url);
  } finally {
    await own.stop();
  }
};

/** `npm run backup [file]`: the whole desk in one file, while it works. */
export const saveDesk = async (config: Config, file: string | undefined, say: Say): Promise<void> => {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const target = path.resolve(file ?? path.join(config.dataDir, 'backups', `desk-${stamp}.firstline`));
  await withDatabase(config, async (url) => {
    const saved = await backup(url, target);
    say(`Saved ${saved.rows} rows of ${saved.tables} tables to ${saved.file}`);
    // After the rows: whatever they name is there by then, and a file never changes.
    const files = await copyFiles(path.join(config.dataDir, 'files'), `${target}.files`);
    if (files > 0) say(`Saved ${files} files to ${target}.files: it belongs to the backup.`);
  });
};

/** `npm run restore <file>`: a saved desk into an empty database, checked before and after. */
export const bringBackDesk = async (config: Config, root: string, file: string | undefined, say: Say): Promise<void> => {
  if (!file) throw new NotPossible('Say which file to restore: npm run restore path/to/desk.firstline');
  await withDatabase(config, async (url) => {
    const back = await restore(url, path.resolve(file), { root });
    const files = await copyFiles(`${path.resolve(file)}.files`, path.join(config.dataDir, 'files'));
    say(`Brought back ${files} files and ${back.rows} rows of ${back.tables} tables. Start the desk with npm start.`);
  });
};
