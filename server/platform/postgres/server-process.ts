import { spawn } from 'node:child_process';
import { chmodSync, chownSync, closeSync, fstatSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, canReach } from './account.ts';
import { dataPath } from './data-folder.ts';
import { isAlive, type Trace } from './running.ts';
import { NotPossible } from './not-possible.ts';
import { serverSettings } from './settings.ts';

export type Place = { folder: string; data: string; account: Account; binaries: string; fast: boolean };

/** Starts the server in a session of its own, so that Ctrl-C at the console reaches the application only. */
export const spawnServer = (place: Place, sockets: string, stale: Trace | undefined): Spawned => {
  const { path, descriptors, close } = dataPath(place.data, place.account);
  const log = openLog(place.folder);
  const before = fstatSync(log).size;
  const child = spawn(
    join(place.binaries, 'postgres'),
    ['-D', path, ...serverSettings(sockets, place.fast)],
    {
      ...place.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log, ...descriptors],
      // The server would not start while the number in a left-over postmaster.pid is taken by an unrelated process.
      // This variable names a number that is known not to be a server.
      env: { LC_ALL: 'C', ...(stale && !stale.alive ? { PG_GRANDPARENT_PID: `${stale.pid}` } : {}) },
    },
  );
  child.on('error', () => {}); // `hasEnded` tells
  child.unref();
  closeSync(log);
  close();
  return {
    pid: child.pid,
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    said: () => readFileSync(logFile(place.folder)).subarray(before).toString().trim(),
  };
};

export type Spawned = { pid: number | undefined; hasEnded: () => boolean; said: () => string };

/** Short, because the path of a socket may have some hundred characters only, and closed to other users. */
export const socketFolder = (account: Account, earlier: string | undefined) => {
  if (earlier && isPrivate(earlier, account)) return earlier;
  const roomy = tmpdir().length < 70 && canReach(account, tmpdir());
  const folder = mkdtempSync(join(roomy ? tmpdir() : '/tmp', OURS));
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
};

/** Fast shutdown: open transactions are rolled back, everything else is written. */
export const stopServer = (server: Stoppable) => end(server, 'SIGINT');

/** For data that nobody wants any more. */
export const killServer = (server: Stoppable) => end(server, 'SIGQUIT');

type Stoppable = { pid: number; sockets: string };

const end = async ({ pid, sockets }: Stoppable, signal: NodeJS.Signals) => {
  process.kill(pid, signal);
  for (const until = Date.now() + 60_000; isAlive(pid); await pause(10)) {
    if (Date.now() > until) throw new NotPossible(`PostgreSQL (process ${pid}) does not stop. Its data are safe.`);
  }
  removeSockets(sockets);
};

export const removeSockets = (folder: string | undefined) => {
  if (folder && basename(folder).startsWith(OURS)) rmSync(folder, { recursive: true, force: true });
};

const OURS = 'firstline-';

const isPrivate = (folder: string, account: Account) => {
  const entry = statSync(folder, { throwIfNoEntry: false });
  return entry?.isDirectory() && entry.uid === (account?.uid ?? process.getuid?.()) && (entry.mode & 0o077) === 0;
};

const logFile = (folder: string) => join(folder, 'postgres.log');

const openLog = (folder: string) => {
  const size = statSync(logFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  return openSync(logFile(folder), size > 1_000_000 ? 'w' : 'a', 0o600);
};
