import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { hasChromium } from './bring.ts';
import { filesUnder, isTest } from '../sources.ts';
import { shown, type Count } from './lane.ts';
import { readReport, type VitestReport } from './vitest-report.ts';

type Wish = { words?: string[]; node?: string; env?: Record<string, string>; withoutBrowser?: boolean };

/** Runs the tests whose path holds one of the words, all of them when none is given. */
export const vitest = async (
  name: string,
  { words = [], node = process.execPath, env = {}, withoutBrowser = !hasChromium() }: Wish = {},
): Promise<Count> => {
  const leftOut = withoutBrowser ? browserTests() : [];
  const run = (report: string, ...paths: string[]) => runOnce(node, report, paths, { ...env, TESTS_LEFT_OUT: leftOut.join(',') });
  const { passed, skipped, fallen } = await run(name, ...words);
  const files = [...new Set(fallen.map(({ file }) => file))];
  const again = files.length > 0 && files.every(isLive) ? await run(`${name}-again`, ...files) : undefined;
  const still = again?.fallen ?? fallen;
  return {
    passed: passed + fallen.length - still.length,
    failed: still.length,
    skipped: skipped + leftOut.length,
    fallen: still.map(({ says }) => says),
    unsteady: again ? fallen.map(({ says }) => says) : [],
  };
};

const runOnce = async (node: string, name: string, words: string[], env: Record<string, string>): Promise<VitestReport> => {
  const report = `.cache/test/${name}.json`;
  mkdirSync('.cache/test', { recursive: true });
  rmSync(report, { force: true });
  const code = await shown(node, ['node_modules/vitest/vitest.mjs', 'run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], env);
  return readReport(report, code);
};

/** Tests that drive Chromium say so in their imports. */
const browserTests = (): string[] => filesUnder().filter((path) => isTest(path) && drivesChromium(path));

const drivesChromium = (path: string): boolean =>
  /from '[^']*(?:testing\/browser|browser\.trials|playwright-core)/.test(readFileSync(path, 'utf8'));

/** Browsers, sound and played days live by the clock on the wall: beside other tests a slow machine can trip them. They may show once, alone, that they stand. */
const isLive = (path: string): boolean => /^(?:voice|situations)\//.test(path) || (path !== '' && drivesChromium(path));
