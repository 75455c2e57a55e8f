import { spawn, type ChildProcess } from 'node:child_process';

/** Programs that a trial started. Each ends by its own process id, also when the trial breaks. */
export type Children = {
  start: (program: string, args: readonly string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv }) => Child;
  endAll: () => Promise<void>;
};
export type Child = { said: () => string; ended: Promise<number | null>; end: () => Promise<void> };

const PATIENCE_MS = 2000;

export const openChildren = (): Children => {
  const running = new Set<Child>();
  return {
    start: (program, args, options = {}) => {
      const child = childOf(spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
      running.add(child);
      void child.ended.then(() => running.delete(child));
      return child;
    },
    endAll: async () => {
      await Promise.all([...running].map((child) => child.end()));
    },
  };
};

const childOf = (child: ChildProcess): Child => {
  let said = '';
  const hear = (piece: Buffer) => {
    said = (said + piece.toString('utf8')).slice(-200_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', (code) => done(code));
  });
  return {
    said: () => said,
    ended,
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(hard);
    },
  };
};
