import ts from 'typescript';
import { isTest, nodesOf, parsed, placeOf } from '../../sources.ts';
import type { Habit } from './habit.ts';

const SHORTCUTS = new Set(['only', 'skip', 'todo']);

export const testsRunWhole: Habit = {
  says: 'A test runs, always: it is neither left out nor run alone.',
  bad: "test.skip('a task returns after two idle minutes', …)",
  good: "test('a task returns after two idle minutes', …)",
  find: (files) =>
    files.filter(isTest).flatMap((path) =>
      [...nodesOf(parsed(path))]
        .filter(ts.isPropertyAccessExpression)
        .filter(({ expression, name }) => SHORTCUTS.has(name.text) && /^(test|it|describe)\b/.test(expression.getText()))
        .map(placeOf),
    ),
};
