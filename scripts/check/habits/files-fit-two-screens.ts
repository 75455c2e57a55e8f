import { readFileSync } from 'node:fs';
import { isTest } from '../../sources.ts';
import type { Habit } from './habit.ts';

const LINES = 300;

export const filesFitTwoScreens: Habit = {
  says: `A file that needs a table of contents is two files (at most ${LINES} lines, most far below).`,
  bad: 'tasks.tsx, 640 lines',
  good: 'queue-list.tsx and task-page.tsx',
  find: (files) =>
    files
      .filter((path) => /\.([cm]?[jt]sx?|css|sql)$/.test(path) && !isTest(path))
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > LINES)
      .map(({ path, lines }) => `${path}: ${lines} lines`),
};
