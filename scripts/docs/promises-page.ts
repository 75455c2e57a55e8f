import { existsSync, readFileSync } from 'node:fs';
import { link, MADE, table } from './table.ts';
import { testTitles } from './test-titles.ts';

const RESULTS = 'bench/results.json';

/** One promise as it was last measured. */
type Measured = {
  id: string;
  promise: string;
  anchor: string;
  figure: string;
  measured: string;
  commit: string;
  command: string;
};

/** What the desk withstands and how fast it is, with the figures last seen. */
export const promisesPage = (): string => {
  const results = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Measured[]) : [];
  return [
    MADE,
    '# Promises',
    'Each has an anchor to be held against, a figure and the command that measured it. Figures come from the machine named with them: trust the ratios.',
    '## Measured',
    results.length === 0
      ? 'Nothing has been measured yet.'
      : table(
          ['', 'Promise', 'Anchor', 'Figure', 'Measured', 'Command'],
          results.map((row) => [row.id, row.promise, row.anchor, row.figure, `${row.measured}, ${row.commit}`, `\`${row.command}\``]),
        ),
    '## Proved by tests',
    provedByTests(),
  ].join('\n\n') + '\n';
};

const provedByTests = (): string => {
  const rows = testTitles().flatMap(({ path, title, ids }) =>
    ids.filter((id) => !id.startsWith('R-')).map((id) => [id, title, link(path)]),
  );
  return rows.length === 0 ? 'No test names a promise yet.' : table(['', 'Test', 'File'], rows.sort(byPromise));
};

const byPromise = ([a = '']: string[], [b = '']: string[]) => a.localeCompare(b, 'en', { numeric: true });
