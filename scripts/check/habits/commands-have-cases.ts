import { existsSync } from 'node:fs';
import ts from 'typescript';
import { doors } from '../../doors.ts';
import { nodesOf, parsed } from '../../sources.ts';
import type { Habit } from './habit.ts';

const CASES = 'testing/cases.ts';

export const commandsHaveCases: Habit = {
  says: `Every command has a case in ${CASES}: from it a test proves that replaying the journal gives the row.`,
  bad: "close: commandSpec('tasks.close', …) and no case",
  good: "export const cases = { 'tasks.close': …, }",
  find: async () => {
    const cases = existsSync(CASES) ? casesIn(CASES) : new Set<string>();
    const { commands, inner } = await doors();
    return [...commands, ...inner].filter(({ name }) => !cases.has(name)).map(({ name }) => name);
  },
};

/** The keys of `cases`, read and not run: the check needs no desk. */
const casesIn = (path: string): Set<string> => {
  const declared = [...nodesOf(parsed(path))].filter(ts.isVariableDeclaration).find(({ name }) => name.getText() === 'cases');
  const table = declared?.initializer;
  if (!table || !ts.isObjectLiteralExpression(table)) return new Set();
  return new Set(table.properties.flatMap(({ name }) => (name && ts.isStringLiteral(name) ? [name.text] : [])));
};
