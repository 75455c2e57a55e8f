import { capture } from '../capture.ts';
import type { Part } from './part.ts';

export const LINTER = { program: 'node_modules/.bin/oxlint', args: ['--type-aware', '--deny-warnings', '--format', 'unix'] };

export const lint: Part = {
  name: 'lint',
  find: async () => {
    const { code, said, complained } = await capture(LINTER.program, LINTER.args);
    const lines = said.split('\n').filter((line) => /^\S+:\d+:\d+:/.test(line));
    // A linter that could not start says so on the other stream and names no file.
    return code === 0 || lines.length > 0 ? lines : [`${said}${complained}`.trim()];
  },
};
