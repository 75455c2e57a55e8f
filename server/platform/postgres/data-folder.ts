import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, fsyncSync, lchownSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { majorVersion } from './binaries.ts';
import { NotPossible } from './not-possible.ts';

/** How the server is shown its data: `-D path`, and a descriptor to hand over where the path needs one. */
export type DataPath = { path: string; descriptors: number[]; close: () => void };

/**
 * Data under /root, which no other user may enter, stays there: the server inherits the open folder as descriptor 3
 * and never has to walk the folders above it. Nobody's permissions change.
 */
export const dataPath = (data: string, account: Account): DataPath => {
  if (canReach(account, data)) return { path: data, descriptors: [], close: () => {} };
  if (process.platform !== 'linux') {
    throw new NotPossible(
      `PostgreSQL does not run as root, and no other user may enter ${dirname(data)}. ` +
        'Start as an ordinary user, or set DATA_DIR to a folder that every user may enter.',
    );
  }
  const folder = openSync(data, 'r');
  return { path: '/proc/self/fd/3', descriptors: [folder], close: () => closeSync(folder) };
};

/** Makes the data folder when there is none. A half-made one never carries the final name. */
export const prepareData = (data: string, account: Account, binaries: string, fast: boolean) => {
  if (existsSync(data)) return checkData(data, account, binaries);

  const making = `${data}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  if (account) chownSync(making, account.uid, account.gid);
  initialise(making, account, binaries, fast);
  try {
    renameSync(making, data);
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(data)) throw fault; // otherwise another start was quicker
  }
  flush(dirname(data));
};

const initialise = (data: string, account: Account, binaries: string, fast: boolean) => {
  const { path, descriptors, close } = dataPath(data, account);
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', path, '--username=firstline', '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8', '--data-checksums',
      ...locale(majorVersion(binaries, account)), ...(fast ? ['--no-sync'] : [])],
    { ...account, cwd: '/', env: { LC_ALL: 'C' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', ...descriptors] },
  );
  close();
  if (made.status === 0) return;

  rmSync(data, { recursive: true, force: true });
  const said = made.error?.message ?? made.stderr.trim();
  if (account === undefined && !hasName()) {
    throw new NotPossible(
      `PostgreSQL wants a user with a name, and uid ${process.getuid?.()} has none (${said}). ` +
        'Add the user to /etc/passwd, start as another one, or set DATABASE_URL.',
    );
  }
  throw new NotPossible(`The database could not be made in ${data}: ${said}`);
};

/** Byte order for sorting and Unicode for letters, on every version and machine alike. */
const locale = (major: number) => [
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
];

const checkData = (data: string, account: Account, binaries: string) => {
  if (account && statSync(data).uid === 0) giveTo(account, data); // copied back by root, say

  const written = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  const brought = majorVersion(binaries, account);
  if (written === brought) return;
  throw new NotPossible(
    `The database in ${data} was written by PostgreSQL ${written}; this is PostgreSQL ${brought}. ` +
      'Make a backup with the version of Firstline that wrote it, move the folder away, and restore the backup here.',
  );
};

const giveTo = (account: NonNullable<Account>, path: string) => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTo(account, join(path, entry.name));
    else lchownSync(join(path, entry.name), account.uid, account.gid);
  }
  lchownSync(path, account.uid, account.gid);
};

const hasName = () => {
  try {
    return Boolean(userInfo().username);
  } catch {
    return false;
  }
};

const flush = (folder: string) => {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
};
