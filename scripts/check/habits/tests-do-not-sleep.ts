import ts from 'typescript';
import { isTest, nodesOf, parsed, placeOf } from '../../sources.ts';
import type { Habit } from './habit.ts';

export const testsDoNotSleep: Habit = {
  says: 'A test hands time in, or waits for what it expects; it never sleeps.',
  bad: 'await new Promise((done) => setTimeout(done, 2000));',
  good: 'await desk.passes(120); — or: await expect.poll(() => desk.task(id)).toMatchObject({ status: \'waiting\' });',
  find: (files) =>
    files.filter(isTest).flatMap((path) =>
      [...nodesOf(parsed(path))]
        .filter(ts.isCallExpression)
        .filter(({ expression }) => /^(setTimeout|sleep|delay)$|waitForTimeout$/.test(expression.getText()))
        .map(placeOf),
    ),
};
