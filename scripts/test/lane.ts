import { spawn } from 'node:child_process';

export type Count = {
  passed: number;
  failed: number;
  skipped: number;
  /** Why the lane, or a part of it, was left out. */
  because?: string;
  /** The tests that failed, as file and title. */
  fallen?: string[];
  /** Those that failed beside the others and were run again alone. */
  unsteady?: string[];
};

/** One thing CI runs. */
export type Lane = {
  name: string;
  says: string;
  /** Runs tests that want Chromium or another PostgreSQL. */
  needs?: true;
  run: () => Promise<Count>;
};

export const leftOut = (because: string): Count => ({ passed: 0, failed: 0, skipped: 1, because: `left out: ${because}` });

/** Runs a program whose words go straight to the reader; answers its exit code. */
export const shown = (command: string, args: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

/** A program that passes or fails as a whole counts as one test. */
export const asOne = async (command: string, args: string[]): Promise<Count> => {
  const code = await shown(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};
