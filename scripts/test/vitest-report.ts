import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

type Written = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
};

export type Fallen = { file: string; says: string };
export type VitestReport = { passed: number; skipped: number; fallen: Fallen[] };

/** What a run of vitest came to; a run that failed without a failed test names none and is one failure all the same. */
export const readReport = (path: string, code: number): VitestReport => {
  if (!existsSync(path)) return { passed: 0, skipped: 0, fallen: [{ file: '', says: 'the tests did not start' }] };
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(path, 'utf8')) as Written;
  const fallen = testResults.flatMap(fallenIn);
  return {
    passed: numPassedTests,
    skipped: numPendingTests + numTodoTests,
    fallen: code !== 0 && fallen.length === 0 ? [{ file: '', says: 'something broke outside of any test' }] : fallen,
  };
};

const fallenIn = ({ name, status, message, assertionResults }: Written['testResults'][number]): Fallen[] => {
  const file = relative(process.cwd(), name);
  if (status === 'failed' && assertionResults.length === 0) return [{ file, says: `${file}: ${message}` }];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => ({ file, says: `${file}: ${fullName}\n    ${beginningOf(failureMessages)}` }));
};

const beginningOf = (messages: string[]): string => messages.join('\n').split('\n').slice(0, 12).join('\n    ');
