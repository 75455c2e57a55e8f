import { bringWhatIsMissing } from './test/bring.ts';
import { LANES } from './test/lanes.ts';

/** What CI runs, and nothing else. `npm test -- --only check` runs one lane; the option may be given more than once. */
const only = process.argv.flatMap((word, at, all) => (all[at - 1] === '--only' ? [word] : []));
const unknown = only.find((name) => !LANES.some((lane) => lane.name === name));
if (unknown !== undefined || process.argv.length > 2 + only.length * 2) {
  console.error(`npm test -- --only <lane>. Lanes: ${LANES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const wanted = LANES.filter(({ name }) => only.length === 0 || only.includes(name));
if (wanted.some(({ needs }) => needs)) await bringWhatIsMissing();

const summary: string[] = [];
const fallen: string[] = [];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const lane of wanted) {
  console.log(`\n── ${lane.name}: ${lane.says}`);
  const began = performance.now();
  const { passed, failed, skipped, because, fallen: those = [], unsteady = [] } = await lane.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  fallen.push(...unsteady.map((test) => `~ ${lane.name}, beside others: ${test}`), ...those.map((test) => `✗ ${lane.name}: ${test}`));
  const mark = failed > 0 ? '✗' : passed > 0 ? '✓' : '–';
  summary.push(`${mark} ${lane.name.padEnd(12)} ${seconds.padStart(7)} s   ${because ?? `${passed} passed, ${failed} failed, ${skipped} skipped`}`);
}

if (fallen.length > 0) console.log(`\n${fallen.join('\n')}`);
console.log(`\n${summary.join('\n')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
