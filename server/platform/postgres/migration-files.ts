import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotPossible } from './not-possible.ts';

export type Migration = { number: number; name: string; sha256: string; sql: string };

/** All migrations of all subjects: `server/<subject>/migrations/0001-name.sql`, in the order of their numbers. */
export const migrationFiles = (root: string): Migration[] => {
  const server = join(root, 'server');
  const files = readdirSync(server)
    .map((subject) => join(server, subject, 'migrations'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => readMigration(folder, file)))
    .sort((a, b) => a.number - b.number);

  const twice = files.find((file, at) => file.number === files[at + 1]?.number);
  if (twice) {
    const names = files.filter(({ number }) => number === twice.number).map(({ name }) => name);
    throw new NotPossible(`The migrations ${names.join(' and ')} have the same number. Give the newer one the next free number.`);
  }
  return files;
};

const readMigration = (folder: string, file: string): Migration => {
  const name = file.match(/^(\d{4}-[a-z0-9-]+)\.sql$/)?.[1];
  if (!name) throw new NotPossible(`${join(folder, file)} is not named like a migration, such as 0042-call-reasons.sql.`);

  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'); // some checkouts change line ends
  return { number: Number(name.slice(0, 4)), name, sha256: createHash('sha256').update(sql).digest('hex'), sql };
};
