import { deadCode } from './check/dead-code.ts';
import { docsUpToDate } from './check/docs-up-to-date.ts';
import { habits } from './check/habits.ts';
import { imports } from './check/imports.ts';
import { lint } from './check/lint.ts';
import type { Part } from './check/part.ts';
import { ruleFiles } from './check/rule-files.ts';
import { types } from './check/type-check.ts';

/** What must hold before a test is worth running. `npm run check -- imports rules` runs only these parts. */
const PARTS: Part[] = [types, imports, lint, deadCode, ruleFiles, habits, docsUpToDate];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown[0]}". Parts: ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
const waiting = PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

/** Two workers: the long parts are programs of their own, and the smallest machine has two cores. */
const work = async () => {
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const began = performance.now();
    const found = await part.find().catch((error: unknown) => [`The check itself failed: ${String(error)}`]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${found.length === 0 ? '✓' : '✗'} ${part.name.padEnd(10)} ${seconds.padStart(5)} s`);
    for (const line of found) console.log(`    ${line}`);
    if (found.length > 0) failed += 1;
  }
};

await Promise.all([work(), work()]);
console.log(failed === 0 ? 'All in order.' : `${failed} of the checks found something.`);
process.exit(failed === 0 ? 0 : 1);
