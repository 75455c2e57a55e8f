import { existsSync, readFileSync } from 'node:fs';
import { pages } from '../docs/pages.ts';
import type { Part } from './part.ts';

/** Pages that are made from the code say what the code says. */
export const docsUpToDate: Part = {
  name: 'docs',
  find: async () =>
    Object.entries(await pages())
      .filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
      .map(([path]) => `${path} is not what the code says any more: npm run docs`),
};
