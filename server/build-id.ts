import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Names this build: a screen of another one reloads. `dev` where nothing was built. */
export const buildId = (root: string): string => {
  try {
    const { id } = JSON.parse(readFileSync(path.join(root, 'dist/build.json'), 'utf8')) as { id: string };
    return id;
  } catch {
    return 'dev';
  }
};
