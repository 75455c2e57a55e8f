import { defineConfig } from 'vitest/config';

/** These keep nothing between files but what the database holds, so their tests share a process: what they import is read once. */
const SHARING = ['domain/**/*.test.ts', 'contract/**/*.test.ts', 'server/**/*.test.ts'];
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/** Paths, with commas between. A project does not hear of `--exclude`. */
const LEFT_OUT = (process.env.TESTS_LEFT_OUT ?? '').split(',').filter((path) => path !== '');

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A state that is waited for comes when the machine gets to it, which on a busy one takes more than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    setupFiles: 'testing/patience.ts',
    projects: [
      { extends: true, test: { name: 'together', include: SHARING, exclude: [...NEVER, ...LEFT_OUT], isolate: false, globalSetup: 'testing/setup.ts' } },
      { extends: true, test: { name: 'apart', include: ['**/*.test.{ts,tsx}'], exclude: [...NEVER, ...SHARING, ...LEFT_OUT], globalSetup: 'testing/setup.ts' } },
    ],
  },
});
