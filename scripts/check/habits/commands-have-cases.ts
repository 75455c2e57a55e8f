import ts from 'typescript';
import { doors } from '../../doors.ts';
import { filesUnder, nodesOf, parsed } from '../../sources.ts';
import type { Habit } from './habit.ts';

const CASES = 'testing/cases.ts';

export const commandsHaveCases: Habit = {
  says: `Every command has a case in ${CASES}: from it a test proves that replaying the journal gives the row.`,
  bad: "close: commandSpec('tasks.close', …) and no case",
  good: "export const cases = { 'tasks.close': …, }",
  find: async () => {
    const cases = new Set(filesUnder('testing').filter((path) => path.endsWith('cases.ts')).flatMap(casesIn));
    const { commands, inner } = await doors();
    return [...commands, ...inner].filter(({ name }) => !cases.has(name)).map(({ name }) => name);
  },
};

/** The keys of `cases` and of the tables that it is made of (`customerCases`), read and not run: the check needs no desk. */
const casesIn = (path: string): string[] =>
  [...nodesOf(parsed(path))]
    .filter(ts.isVariableDeclaration)
    .filter(({ name }) => /^cases$|Cases$/.test(name.getText()))
    .flatMap(({ initializer: table }) => (table && ts.isObjectLiteralExpression(table) ? [...table.properties] : []))
    .flatMap(({ name }) => (name && ts.isStringLiteral(name) ? [name.text] : []));
