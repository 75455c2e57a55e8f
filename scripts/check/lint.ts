import { capture } from '../capture.ts';
import type { Part } from './part.ts';

export const lint: Part = {
  name: 'lint',
  find: async () => {
    const { code, said, complained } = await capture('node_modules/.bin/oxlint', [
      '--type-aware', '--deny-warnings', '--format', 'unix',
    ]);
    const lines = said.split('\n').filter((line) => /^\S+:\d+:\d+:/.test(line));
    // A linter that could not start says so on the other stream and names no file.
    return code === 0 || lines.length > 0 ? lines : [`${said}${complained}`.trim()];
  },
};
