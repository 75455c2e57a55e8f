import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { doors } from '../../doors.ts';
import type { Habit } from './habit.ts';

const CASES = 'testing/cases.ts';

export const commandsHaveCases: Habit = {
  says: `Every command has a case in ${CASES}: from it a test proves that replaying the journal gives the row.`,
  bad: "close: commandSpec('tasks.close', …) and no case",
  good: "export const cases = { 'tasks.close': …, }",
  find: async () => {
    if (!existsSync(CASES)) return [];
    const { cases } = (await import(pathToFileURL(CASES).href)) as { cases: Record<string, unknown> };
    const { commands, inner } = await doors();
    return [...commands, ...inner].filter(({ name }) => !(name in cases)).map(({ name }) => name);
  },
};
