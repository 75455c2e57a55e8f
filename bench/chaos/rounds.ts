import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { workShift, type Shift } from './agent.ts';
import { compareAskings, compareMails, compareScreen } from './compare.ts';
import type { Door } from '@firstline/situations/played/doors.ts';
import { PORTS, type RealHouse } from './house.ts';
import type { Asking, Ledger } from './ledger.ts';
import { writeMails, type Sink } from './mail.ts';
import type { House } from './people.ts';
import type { Kill, Victim } from './plan.ts';
import type { Screen } from './screen.ts';
import { truthOf, type Truth } from './truth.ts';

export type Playing = {
  house: RealHouse;
  door: Door;
  people: House;
  ledger: Ledger;
  sink: Sink;
  screens: { name: string; statuses: readonly string[]; screen: Screen }[];
  next: () => number;
  plan: Kill[];
  /** The leases of the dead are ended by hand instead of waited for. */
  isHurried: boolean;
};

export type Seen = {
  rounds: { victim: Victim; seconds: number }[];
  entries: number;
  states: Record<string, number>;
  lost: string[];
  doubled: string[];
  other: string[];
};

/** Longer than the lease of a job that a killed server had in hand. */
const LAST_JOBS_MS = 100_000;
const MAILERS = 2;

/** Work, a kill, a recovery, and everything compared: again and again on the same data. */
export const runRounds = async (playing: Playing): Promise<Seen> => {
  const seen: Seen = { rounds: [], entries: 0, states: {}, lost: [], doubled: [], other: [] };
  for (const [n, kill] of playing.plan.entries()) {
    const { seconds, last } = await oneRound(playing, kill);
    seen.rounds.push({ victim: kill.victim, seconds });
    const truth = await truthOf(playing.house.url());
    const before = faultsOf(seen);
    note(seen, await comparedWith(playing, truth));
    console.log(
      `  ${String(n + 1).padStart(2)} ${kill.victim.padEnd(8)} after ${String(kill.after).padStart(4)} ms` +
        `${kill.againWhileStarting === undefined ? '' : `, again ${kill.againWhileStarting} ms into its start`}: ` +
        `answered again after ${seconds.toFixed(2)} s; ${truth.told} entries; last before: ${last}${faultsOf(seen) > before ? '  ✗' : ''}`,
    );
  }
  if (playing.isHurried) await endLeases(playing.house.url());
  const truth = await lastJobsDone(playing.house.url());
  note(seen, await comparedWith(playing, truth));
  if (truth.unsealed > 0) seen.other.push(`${truth.unsealed} entries of the journal have no number`);
  if (truth.pendingJobs > 0) seen.other.push(`${truth.pendingJobs} jobs are still not done`);
  for (const [rfcId, state] of truth.sent) {
    if (state === 'queued') seen.other.push(`mail ${rfcId} is still waiting to be sent`);
    seen.states[state] = (seen.states[state] ?? 0) + 1;
  }
  seen.entries = truth.told;
  for (const key of ['lost', 'doubled', 'other'] as const) seen[key] = [...new Set(seen[key])];
  return seen;
};

const faultsOf = (seen: Seen): number => seen.lost.length + seen.doubled.length + seen.other.length;

const note = (seen: Seen, found: Pick<Seen, 'lost' | 'doubled' | 'other'>): void => {
  for (const key of ['lost', 'doubled', 'other'] as const) seen[key] = [...new Set([...seen[key], ...found[key]])];
};

const oneRound = async ({ house, door, people, ledger, sink, next }: Playing, kill: Kill): Promise<{ seconds: number; last: string }> => {
  const killed = { at: Infinity, goneAt: Infinity };
  let firstAt: number | undefined;
  let last = 'nothing';
  let isOver = false;
  const shift: Shift = {
    door, ledger, chance: next, isOver: () => isOver,
    answered: ({ command, askedAt }: Asking) => {
      if (performance.now() < killed.at) last = command;
      // What was asked of somebody who was dying is no sign of life.
      else if (askedAt > killed.goneAt) firstAt ??= performance.now();
    },
  };
  const working = [
    ...people.agents.map((person) => workShift(shift, person)),
    ...Array.from({ length: MAILERS }, () => writeMails({ port: PORTS.smtp, ledger, chance: next, isOver: () => isOver, got: () => sink.mails })),
  ];
  await pause(kill.after);
  killed.at = performance.now();
  await strike(house, kill, () => (killed.goneAt = performance.now()));
  for (const until = Date.now() + 60_000; firstAt === undefined && Date.now() < until; ) await pause(10);
  if (firstAt === undefined) throw new Error(`Nobody was answered for a minute after the ${kill.victim} was killed.`);
  await pause(300);
  isOver = true;
  await Promise.all(working);
  return { seconds: (firstAt - killed.at) / 1000, last };
};

/** Kills, and starts again what nobody else would. A killed database is the living server's own business. */
const strike = async (house: RealHouse, { victim, againWhileStarting }: Kill, gone: () => void): Promise<void> => {
  await Promise.all([...(victim === 'server' ? [] : [house.killDatabase()]), ...(victim === 'database' ? [] : [house.killServer()])]);
  gone();
  if (victim === 'database') return;
  const starting = house.start();
  if (againWhileStarting === undefined) return starting;
  starting.catch(() => undefined);
  await pause(againWhileStarting);
  await house.killServer();
  gone();
  await house.start();
};

const comparedWith = async ({ house, ledger, sink, screens }: Playing, truth: Truth) => {
  const askings = compareAskings(ledger, truth);
  const mails = compareMails(ledger, sink, truth);
  const shown = [];
  for (const { name, statuses, screen } of screens) shown.push(...(await settled(name, screen, truth, house.url(), statuses)));
  return {
    lost: [...askings.lost, ...mails.lost],
    doubled: [...askings.doubled, ...mails.doubled],
    other: [...truth.faults, ...askings.other, ...mails.other, ...shown],
  };
};

/** A screen has some seconds to hear the rest; then it must show what is so. */
const settled = async (name: string, screen: Screen, truth: Truth, url: string, statuses: readonly string[]): Promise<string[]> => {
  for (const until = Date.now() + 10_000; ; await pause(100)) {
    const faults = await compareScreen(name, screen, url, statuses);
    const isThere = screen.isQuiet() && screen.cursor() > 0;
    if ((faults.length === 0 && isThere) || screen.faults.length > 0) return faults;
    if (Date.now() > until) return isThere ? faults : [...faults, `${name} hears nothing after number ${screen.cursor()} of ${truth.told}`];
  }
};

/** Nobody has asked for anything for a while, so whoever holds a job now is dead. */
const endLeases = async (url: string): Promise<void> => {
  await pause(3000);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`update jobs set due_at = desk_now() where name <> 'tasks.idle' and attempts > 0`);
  await client.end();
};

const lastJobsDone = async (url: string): Promise<Truth> => {
  for (const until = Date.now() + LAST_JOBS_MS; ; await pause(500)) {
    const truth = await truthOf(url);
    if ((truth.pendingJobs === 0 && truth.unsealed === 0) || Date.now() > until) return truth;
  }
};
