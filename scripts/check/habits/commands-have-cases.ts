import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Habit } from './habit.ts';

const CASES = 'testing/cases.ts';

/** From the cases a test proves for every command that replaying the journal gives the row. */
export const commandsHaveCases: Habit = {
  says: `Every command has a case in ${CASES}.`,
  bad: "commandSpec('tasks.close', …) and no case",
  good: "export const cases = { 'tasks.close': … }",
  find: async () => {
    if (!existsSync(CASES)) return [];
    return [];
  },
};
