import { readFileSync } from 'node:fs';
import { link, MADE, table } from './table.ts';
import { testTitles, type Told } from './test-titles.ts';

type Rows = Record<string, Record<string, string>>;

/** What the desk must do, row by row, and the tests that say they prove it. */
export const coveragePage = (): string => {
  const groups = JSON.parse(readFileSync('docs/rows.json', 'utf8')) as Rows;
  const tests = testTitles();
  const ids = Object.values(groups).flatMap((rows) => Object.keys(rows));
  const named = ids.filter((id) => tests.some((test) => test.ids.includes(id)));
  return [
    MADE,
    '# Coverage',
    `${named.length} of ${ids.length} rows are named by a test. A row counts from its first test on; how far that goes, the titles say.`,
    ...Object.entries(groups).flatMap(([group, rows]) => [
      `## ${group}`,
      table(
        ['Row', 'What the desk does', 'Tests'],
        Object.entries(rows).map(([id, says]) => [id, says, proofOf(tests.filter((test) => test.ids.includes(id)))]),
      ),
    ]),
  ].join('\n\n') + '\n';
};

const proofOf = (tests: Told[]): string =>
  [...new Set(tests.map(({ path, title }) => `${title} ${link(path)}`))].join('<br>') || 'not built yet';
