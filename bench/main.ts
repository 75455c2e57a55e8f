import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Promised } from './promised.ts';
import { atWork } from './promises/at-work.ts';
import { claimsOverHttp } from './promises/p1-claims-over-http.ts';
import { noHiddenSerialPoint } from './promises/p2-no-hidden-serial-point.ts';
import { hotQueue } from './promises/p3-hot-queue.ts';
import { commitToScreen } from './promises/p4-commit-to-screen.ts';
import { queuePage } from './promises/p6-queue-page.ts';
import { handsOnTheKeyboard } from './promises/p11-hands-on-the-keyboard.ts';
import { idle } from './promises/p13-idle.ts';
import { start } from './promises/p16-start.ts';
import { figureOf, tableOf, verdictOn } from './report.ts';
import { commitOf, keepResults, today, type Result } from './results.ts';

const PROMISES: Promised[] = [claimsOverHttp, noHiddenSerialPoint, hotQueue, commitToScreen, queuePage, handsOnTheKeyboard, idle, start, atWork];

const USAGE = `npm run bench                    every promise, about a quarter of an hour
npm run bench -- --short         small sizes; asserts what must hold on any machine
npm run bench -- --only P2       one promise; may be given more than once
npm run bench -- --save          writes bench/results.json, from which docs/promises.md is made
npm run bench -- --seed 7        the same chance again`;

const root = path.resolve(import.meta.dirname, '..');

const options = () => {
  try {
    const { values } = parseArgs({
      options: {
        short: { type: 'boolean', default: false },
        save: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string', default: '1' },
      },
    });
    const unknown = values.only.find((id) => !PROMISES.some((promised) => promised.id === id));
    if (unknown) throw new Error(`There is no ${unknown}. Promises: ${PROMISES.map(({ id }) => id).join(', ')}.`);
    if (values.save && values.short) throw new Error('A short run is no measurement: --save wants the full one.');
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
};

const { short, save, only, seed } = options();
const folder = mkdtempSync(path.join(tmpdir(), 'firstline-bench-'));
const commit = commitOf(root);

const bench: Bench = {
  short,
  seed: Number(seed),
  root,
  newFolder: (name) => mkdtempSync(path.join(folder, `${name}-`)),
  say: (text) => console.log(`  ${text}`),
};

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ` +
    `load ${loadavg()[0]?.toFixed(1)}, commit ${commit}, seed ${seed}`,
);
if (short) console.log('Short: small sizes on a machine that may be busy. Only floors that hold anywhere are asserted; the figures mean little.');

/** A short run on a machine that chokes is given a second chance; a measurement is not. */
const measured = async (promised: Promised): ReturnType<Promised['measure']> => {
  try {
    return await promised.measure(bench);
  } catch (error) {
    if (!short) throw error;
    console.error(error);
    bench.say('Once more:');
    return promised.measure(bench);
  }
};

const saved: Result[] = [];
const ends: string[] = [];
let isWell = true;

for (const promised of PROMISES.filter(({ id }) => only.length === 0 || only.includes(id))) {
  console.log(`\n${promised.id}  ${promised.promise}\n  against ${promised.anchor}`);
  const began = performance.now();
  try {
    const findings = await measured(promised);
    console.log(tableOf(findings, short));
    const missed = findings.filter((finding) => verdictOn(finding, short) === 'MISS');
    if (missed.length > 0) isWell = false;
    ends.push(`${promised.id.padEnd(4)} ${missed.length > 0 ? 'MISS' : 'PASS'}  ${figureOf(findings, short)}`);
    const { id, promise, anchor } = promised;
    saved.push({ id, promise, anchor, figure: figureOf(findings, short), measured: today(), commit, command: `npm run bench -- --only ${id}` });
  } catch (error) {
    isWell = false;
    ends.push(`${promised.id.padEnd(4)} BROKEN  ${String(error)}`);
    console.error(error);
  }
  bench.say(`${((performance.now() - began) / 1000).toFixed(0)} s`);
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${ends.join('\n')}`);
if (save) keepResults(root, saved);
process.exit(isWell ? 0 : 1);
