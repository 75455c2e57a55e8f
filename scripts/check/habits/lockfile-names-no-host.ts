import { readFileSync } from 'node:fs';
import type { Habit } from './habit.ts';

export const lockfileNamesNoHost: Habit = {
  says: 'The lockfile names versions and digests, not the registry of whoever wrote it (npm config omit-lockfile-registry-resolved).',
  bad: '"resolved": "https://registry.example/zod/-/zod-4.6.7.tgz"',
  good: '"integrity": "sha512-…"',
  find: () =>
    readFileSync('package-lock.json', 'utf8')
      .split('\n')
      .flatMap((line, at) => (/"resolved": "https?:/.test(line) ? [`package-lock.json:${at + 1}`] : [])),
};
