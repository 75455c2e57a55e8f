import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Account, serverAccount } from './account.ts';
import { packagedBinaries } from './binaries.ts';
import { startEmbedded } from './embedded.ts';

export const isRoot = process.getuid?.() === 0;

/** Somebody who is not root: the one who runs the tests, or nobody. */
export const ordinary: Account = isRoot ? serverAccount('/nowhere') : undefined;

/** A folder with mode 700, as home folders are. */
export const newFolder = (owner?: Account, place = inject('testRun').folder) => {
  const folder = mkdtempSync(join(place, 'firstline-trial-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  folders.push(folder);
  return folder;
};

export const start = async (folder: string) => {
  const server = await startEmbedded(folder, { binaries: programs, fast: true });
  running.push(server.stop);
  return server;
};

/** A folder with a database in it that was started once. Copied, because making one takes the longest. */
export const furnishedFolder = async () => {
  const folder = newFolder();
  const data = join(folder, 'postgres');
  cpSync(await (pristine ??= makePristine()), data, { recursive: true });
  chmodSync(data, 0o700); // newer Node leaves a copied folder with everybody's mode, which PostgreSQL refuses
  if (ordinary) spawnSync('chown', ['-R', `${ordinary.uid}:${ordinary.gid}`, data]);
  return { folder, data };
};

export type Application = { child: ChildProcess; server: { url: string; adopted: boolean; pid: number } };

/** Another process, in a group of its own, which starts the database as that account. */
export const application = async (folder: string, account?: Account): Promise<Application> => {
  const child = spawn(process.execPath, [await (file ??= bundled()), folder, programs], { ...account, cwd: '/', detached: true });
  running.push(async () => void child.stdin.end());
  let [said, complained] = ['', ''];
  child.stderr.on('data', (text) => (complained += text));
  for await (const text of child.stdout) {
    said += text;
    if (said.includes('\n')) return { child, server: JSON.parse(said) };
  }
  throw new Error(complained);
};

export const stopped = async ({ child }: Application) => {
  child.stdin?.end();
  if (child.exitCode === null) await once(child, 'exit');
};

export const ask = async (url: string, sql: string) => {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
};

export const socketsOf = (url: string) => new URL(url).searchParams.get('host') ?? '';

export const until = async (happened: () => boolean) => {
  while (!happened()) await pause(20);
};

export const cleanUp = async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

const running: (() => Promise<void>)[] = [];
const folders: string[] = [];
const programs = inject('testRun').binaries ?? packagedBinaries(ordinary, tmpdir());
let file: Promise<string> | undefined;
let pristine: Promise<string> | undefined;

const makePristine = async () => {
  const folder = join(inject('testRun').folder, `pristine-${process.pid}`);
  const server = await startEmbedded(folder, { binaries: programs, fast: true });
  await server.stop();
  return join(folder, 'postgres');
};

/** In one piece where any account may read it, because the sources may stand where only root may look. */
const bundled = async () => {
  const folder = join(inject('testRun').folder, 'application');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const outfile = join(folder, 'application.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'embedded.application.ts')],
    outfile, bundle: true, platform: 'node', format: 'cjs', external: ['pg-native'], logLevel: 'error',
  });
  return outfile;
};
