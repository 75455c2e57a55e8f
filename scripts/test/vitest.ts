import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { hasChromium } from './bring.ts';
import { filesUnder, isTest } from '../sources.ts';
import { shown, type Count } from './lane.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
};

type Wish = { words?: string[]; node?: string; env?: Record<string, string>; withoutBrowser?: boolean };

/** Runs the tests whose path holds one of the words, all of them when none is given. */
export const vitest = async (
  name: string,
  { words = [], node = process.execPath, env = {}, withoutBrowser = !hasChromium() }: Wish = {},
): Promise<Count> => {
  const report = `.cache/test/${name}.json`;
  mkdirSync('.cache/test', { recursive: true });
  rmSync(report, { force: true });
  const inBrowser = withoutBrowser ? browserTests() : [];
  const code = await shown(
    node,
    [
      'node_modules/vitest/vitest.mjs', 'run', ...words,
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
      ...inBrowser.map((path) => `--exclude=${path}`),
    ],
    env,
  );
  return countOf(report, code, inBrowser.length);
};

const countOf = (report: string, code: number, leftOutFiles: number): Count => {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: leftOutFiles };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const notLoaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = numFailedTests + notLoaded;
  return {
    passed: numPassedTests,
    // An error outside any test fails the run without failing a test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests + leftOutFiles,
    fallen: testResults.flatMap(fallenIn),
  };
};

/** Said again at the very end, where a reader of a long log looks first. */
const fallenIn = ({ name, status, message, assertionResults }: Report['testResults'][number]): string[] => {
  const file = relative(process.cwd(), name);
  if (status === 'failed' && assertionResults.length === 0) return [`${file}: ${message}`];
  return assertionResults.filter((test) => test.status === 'failed').map(({ fullName, failureMessages }) => `${file}: ${fullName}\n    ${firstLines(failureMessages)}`);
};

const firstLines = (messages: string[]): string => messages.join('\n').split('\n').slice(0, 12).join('\n    ');

/** Tests that drive Chromium say so in their imports. */
const browserTests = (): string[] =>
  filesUnder().filter((path) => isTest(path) && DRIVES_CHROMIUM.test(readFileSync(path, 'utf8')));

const DRIVES_CHROMIUM = /from '[^']*(?:testing\/browser|browser\.trials|playwright-core)/;
