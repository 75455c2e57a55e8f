import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Program = { words: string[]; says: string; buildSeconds?: number };

/**
 * The server as `npm start` runs it: built, and a copy of that, so that whoever builds meanwhile changes nothing here.
 * A house that does not build is run from its sources, and the output says so.
 */
export const serverProgram = (root: string): Program => (made ??= makeProgram(root));

let made: Program | undefined;

const makeProgram = (root: string): Program => {
  const began = performance.now();
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
  const main = path.join(root, 'dist/server/main.js');
  if (built.status !== 0 || !existsSync(main)) {
    const because = built.stderr.trim().split('\n').find((line) => /error/i.test(line)) ?? 'no dist/server/main.js';
    return { words: ['--import', 'tsx', path.join(root, 'server/main.ts')], says: `from its sources (${because.slice(0, 160)})` };
  }
  // Inside the house, because packages are looked for in the folders above.
  const copy = path.join(root, '.cache', `bench-${process.pid}`);
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  mkdirSync(copy, { recursive: true });
  cpSync(path.join(root, 'dist'), path.join(copy, 'dist'), { recursive: true });
  return {
    words: ['--enable-source-maps', path.join(copy, 'dist/server/main.js')],
    says: 'built',
    // A house that was built already is only looked through.
    buildSeconds: built.stdout.trim() === '' ? undefined : (performance.now() - began) / 1000,
  };
};

export type Served = {
  child: ChildProcess;
  pid: number;
  port: number;
  smtpPort: number;
  url: string;
  /** From starting the process to `ready`. */
  seconds: number;
  said: () => string;
  stop: () => Promise<void>;
};

export type Serving = {
  root: string;
  program: Program;
  dataDir: string;
  port: number;
  smtpPort: number;
  env?: Record<string, string>;
  /** Told as soon as the process is there, long before it is ready. */
  spawned?: (served: Served) => void;
};

/** Starts the server and waits until it may take work. */
export const startServed = async (serving: Serving): Promise<Served> => {
  const began = performance.now();
  const served = spawnServed(serving, began);
  serving.spawned?.(served);
  while (!(await isReady(served.port))) {
    if (served.child.exitCode !== null || served.child.signalCode !== null) throw new Error(`The server ended:\n${served.said().slice(-2000)}`);
    if (performance.now() - began > 120_000) throw new Error(`The server does not become ready:\n${served.said().slice(-2000)}`);
    await pause(10);
  }
  return { ...served, seconds: (performance.now() - began) / 1000 };
};

const spawnServed = ({ root, program, dataDir, port, smtpPort, env = {} }: Serving, began: number): Served => {
  const child = spawn(process.execPath, program.words, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      FIRSTLINE_ROOT: root,
      DATA_DIR: dataDir,
      PORT: String(port),
      SMTP_PORT: String(smtpPort),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-20_000)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    pid: child.pid ?? 0,
    port,
    smtpPort,
    url: `http://localhost:${port}`,
    seconds: (performance.now() - began) / 1000,
    said: () => said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
};

const isReady = async (port: number): Promise<boolean> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};
