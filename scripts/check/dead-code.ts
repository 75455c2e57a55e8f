import { capture } from '../capture.ts';
import type { Part } from './part.ts';

/** Exports, files and dependencies that nothing uses. */
export const deadCode: Part = {
  name: 'dead-code',
  find: async () => {
    const { code, said, complained } = await capture('node_modules/.bin/knip', ['--no-progress', '--no-config-hints']);
    return code === 0 ? [] : `${said}${complained}`.split('\n').filter((line) => line.trim() !== '');
  },
};
