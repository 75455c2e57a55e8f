import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';

/**
 * A test over cases that others collected and that are not part of this repository. `FIRSTLINE_DATA` names their
 * folder; without it the test is skipped, and says so.
 */
export const withCollected = (path: string, title: string, prove: (read: (file?: string) => string) => void): void => {
  const root = process.env.FIRSTLINE_DATA ?? '';
  if (!root || !existsSync(join(root, path))) {
    test.skip(`${title} (not checked: FIRSTLINE_DATA names no folder with ${path})`);
    return;
  }
  test(title, () => prove((file = path) => readFileSync(join(root, file), 'utf8')));
};
