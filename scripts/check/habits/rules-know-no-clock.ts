import ts from 'typescript';
import { isSource, isTest, nodesOf, parsed, placeOf } from '../../sources.ts';
import type { Habit } from './habit.ts';

export const rulesKnowNoClock: Habit = {
  says: 'The domain is told what time it is; it never looks.',
  bad: 'const idle = new Date().getTime() - at',
  good: 'const idle = Date.parse(now) - Date.parse(at)',
  find: (files) =>
    files
      .filter((path) => path.startsWith('domain/') && isSource(path) && !isTest(path))
      .flatMap((path) =>
        [...nodesOf(parsed(path))]
          .filter(ts.isNewExpression)
          .filter((made) => made.expression.getText() === 'Date' && (made.arguments?.length ?? 0) === 0)
          .map(placeOf),
      ),
};
