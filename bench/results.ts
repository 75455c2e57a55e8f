import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A promise as it was last measured: a line of docs/promises.md. */
export type Result = { id: string; promise: string; anchor: string; figure: string; measured: string; commit: string; command: string };

export const commitOf = (root: string): string => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

export const today = (): string => new Date().toISOString().slice(0, 10);

/** Puts these results in the place of earlier ones. */
export const keepResults = (root: string, fresh: readonly Result[]): void => {
  const file = path.join(root, 'bench/results.json');
  const others = known(file).filter(({ id }) => !fresh.some((result) => result.id === id));
  const rows = [...others, ...fresh].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  writeFileSync(file, `${JSON.stringify(rows, undefined, 2)}\n`);
  console.log(`Written to ${path.relative(root, file)}; npm run docs puts it on its page.`);
};

const known = (file: string): Result[] => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Result[];
  } catch {
    return [];
  }
};
