import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` tells of the server that wrote it, dead or alive. */
export type Trace = { pid: number; sockets: string; ready: boolean; alive: boolean };

export const traceOfServer = (data: string): Trace | undefined => {
  const lines = readPidFile(data)?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return {
    pid,
    sockets: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
    alive: isAlive(pid) && worksIn(pid, data),
  };
};

export const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0) && !isUnburied(pid);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM' && !isUnburied(pid);
  }
};

/** Dead, and its number not given back: many containers' first process never asks what became of the orphans it was given. */
const isUnburied = (pid: number) => {
  try {
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Numbers of processes come round again, in containers after every restart; a server stands in its data folder. */
const worksIn = (pid: number, data: string) => {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'comm=', '-p', `${pid}`]).stdout?.includes('postgres');
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(data)];
    return there.ino === here.ino && there.dev === here.dev;
  } catch {
    return isCalledPostgres(pid); // root in a container may signal another user's process but not look at its folder
  }
};

const isCalledPostgres = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
};

const readPidFile = (data: string) => {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
};
