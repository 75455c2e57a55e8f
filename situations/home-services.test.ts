import { compareScreen } from '@firstline/bench/chaos/compare.ts';
import { openScreen, type Screen } from '@firstline/bench/chaos/screen.ts';
import { truthOf } from '@firstline/bench/chaos/truth.ts';
import { openHouse, type House } from '@firstline/testing/open-house.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playDay } from './play.ts';
import { doorsAt } from './played/doors.ts';
import { openMailboxes, type Customers } from './played/mailbox.ts';
import { enter } from './played/people.ts';

const HOURS = Number(process.env.DAY_HOURS ?? 0.4);
const SPEED = Number(process.env.DAY_SPEED ?? 60);
const SEED = Number(process.env.DAY_SEED ?? 1);
const ADMIN = { email: 'max@house.example', password: 'correct-horse-9' };

let customers: Customers;
let house: House;
beforeEach(async () => {
  customers = await openMailboxes();
  house = await openHouse({ mailUrl: customers.url });
});
afterEach(async () => {
  await house.close();
  await customers.close();
});

/** The desk's clock runs as fast as the day is played, so that everything it decides by time comes in its place. */
const clockRuns = (speed: number) =>
  house.desk.pool.query(`create or replace function desk_now() returns timestamptz language sql stable
    as $$ select t0 + (clock_timestamp() - t0) * ${speed} from (select timestamptz '${new Date().toISOString()}' as t0) as began $$`);

/** The last number that was given, and nothing when there is more to come. */
const sealedUpTo = async (): Promise<number | undefined> => {
  const { rows } = await house.desk.pool.query<{ seq: number; unsealed: boolean }>('select (select coalesce(max(seq), 0) from journal) as seq, exists (select from journal_inbox) as unsealed');
  return rows[0]?.unsealed ? undefined : rows[0]?.seq;
};

const SHOWN = ['waiting', 'escalated'];

/** What a screen shows wrongly in the middle of the day; nothing is said when something happened while we looked. */
const screenFaults = async (screen: Screen): Promise<string[] | undefined> => {
  const stands = async () => ((await sealedUpTo()) === screen.cursor() && screen.isQuiet() ? screen.cursor() : undefined);
  const before = await stands();
  if (before === undefined) return undefined;
  const faults = await compareScreen('an administrator', screen, house.databaseUrl, SHOWN);
  return (await stands()) === before ? faults : undefined;
};

test('R-044 R-082 R-088 A played day of home services: one holder each, nothing lost, screens equal to the desk, at every step', { timeout: (HOURS * 3600 * 1000) / SPEED + 90_000 }, async () => {
  await clockRuns(SPEED);
  const door = doorsAt(house.port);
  const lead = await openScreen('an administrator', house.port, door, { id: 'max', cookie: await enter(door, ADMIN.email, ADMIN.password) });
  let isOver = false;
  let looks = 0;
  let screenLooks = 0;
  const faults: string[] = [];
  const watching = (async () => {
    while (!isOver) {
      faults.push(...(await truthOf(house.databaseUrl)).faults);
      looks += 1;
      for (let tries = 0; tries < 5 && !isOver; tries++) {
        const shown = await screenFaults(lead);
        faults.push(...(shown ?? []));
        if (shown) screenLooks += 1;
      }
      await pause(1000);
    }
  })();
  const { mailed, answers, raced } = await playDay({
    port: house.port, smtpPort: house.smtpPort, customers, admin: ADMIN, seed: SEED, hours: HOURS, mailsPerHour: HOURS < 1 ? 60 : 14, speed: SPEED, clockSpeed: SPEED, password: 'a good long password', say: () => undefined,
  });
  isOver = true;
  await watching;

  // What is on its way comes to rest.
  const settled = async () => {
    const { unsealed, told } = await truthOf(house.databaseUrl);
    return unsealed === 0 && lead.cursor() === told && lead.isQuiet();
  };
  for (let tries = 0; tries < 100 && !(await settled()); tries++) await pause(100);
  const truth = await truthOf(house.databaseUrl);
  expect([...faults, ...truth.faults]).toEqual([]);
  expect(looks).toBeGreaterThan(3);
  for (const id of mailed) expect([id, truth.received.get(id)]).toEqual([id, 1]);
  expect(new Set(customers.got.map(({ rfcId }) => rfcId)).size).toBe(customers.got.length);
  expect(await compareScreen('an administrator', lead, house.databaseUrl, SHOWN)).toEqual([]);
  lead.close();

  if (process.env.DAY_HOURS) process.stdout.write(`${JSON.stringify({ ...Object.fromEntries([...answers].sort()), looks, screenLooks, mails: mailed.length, sent: customers.got.length, told: truth.told })}\n`);
  expect(answers.get('tasks.resolve 200')).toBeGreaterThan(0);
  expect(answers.get('tasks.escalate 200')).toBeGreaterThan(0);
  expect([...answers.keys()].filter((said) => /( 0| 4(?!22)\d\d| 5\d\d)$/.test(said))).toEqual([]);
  expect(raced?.won ?? 1).toBeLessThanOrEqual(1);
  // Neither of the two got it only where a third was quicker.
  expect(raced?.won === 0 ? raced.toLead : 'task-is-free').toContain('task-is-free');
  const { rows } = await house.desk.pool.query<{ n: number }>(`select count(*)::int as n from journal where type = 'task.returned' and body->>'cause' = 'inactivity'`);
  expect(rows[0]?.n).toBeGreaterThan(0);
});
