import { capture } from '../capture.ts';
import type { Part } from './part.ts';

/** TypeScript 6, not 7: with 7 the import checker sees no file and says "fine". */
export const types: Part = {
  name: 'types',
  find: async () => {
    const { said } = await capture('node_modules/.bin/tsc', ['-p', '.', '--pretty', 'false']);
    return said.split('\n').filter((line) => line !== '');
  },
};
