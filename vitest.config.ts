import { defineConfig } from 'vitest/config';

/** Rules and the contract are plain functions: their tests share a process, which is ten times as fast. */
const PLAIN = ['domain/**/*.test.ts', 'contract/**/*.test.ts'];

/** Paths, with commas between. A project does not hear of `--exclude`. */
const LEFT_OUT = (process.env.TESTS_LEFT_OUT ?? '').split(',').filter((path) => path !== '');

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'plain', include: PLAIN, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**', ...PLAIN, ...LEFT_OUT],
          globalSetup: 'testing/setup.ts',
        },
      },
    ],
  },
});
