import { capture } from '../capture.ts';
import type { Part } from './part.ts';

/** Exports, files and dependencies that nothing uses. */
export const deadCode: Part = {
  name: 'dead-code',
  find: async () => {
    const { said, complained } = await capture('node_modules/.bin/knip', ['--no-progress', '--treat-config-hints-as-errors']);
    return `${said}${complained}`.split('\n').filter((line) => line.trim() !== '');
  },
};
