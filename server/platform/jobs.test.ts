import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { moveClock, stopClock } from '@firstline/testing/database.ts';
import { hang, light, openLamps, putOut, system } from '@firstline/testing/lamps.ts';
import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import { runDueJobs } from '@firstline/testing/run-due-jobs.ts';
import { jobsWorker } from './jobs.ts';
import { on } from './reaction.ts';
import type { Again, Desk, RunningJob } from './desk.ts';

type Lit = Recorded<DeskEvent & { lampId: string }>;
let lamps: Awaited<ReturnType<typeof openLamps>>;
afterEach(() => lamps.close());

const seconds = (n: number) => (event: Lit) => new Date(Date.parse(event.at) + n * 1000).toISOString();
const openWith = async (
  run: (event: Lit, desk: Desk, job: RunningJob) => Promise<Again | void>,
  when: Parameters<typeof on<Lit>>[3] = {},
): Promise<void> => {
  lamps = await openLamps([on<Lit>('lamp.lit', 'lamp.watch', run, when)]);
  await stopClock(lamps.pool);
};
const lightOne = async (id = 'a'): Promise<void> => {
  await lamps.desk.run(hang, { lampId: id }, system, { commandId: randomUUID() });
  await lamps.desk.run(light, { lampId: id, wish: 'rain' }, system, { commandId: randomUUID() });
};
const left = async (): Promise<number> => (await lamps.pool.query('select 1 from jobs')).rowCount ?? 0;

test('R6 a timer does nothing before its time and its work once after it, whoever looks', async () => {
  await openWith(async (event, desk, { commandId }) => {
    await desk.run(putOut, { lampId: event.lampId }, system, { commandId });
  }, { due: seconds(60) });
  await lightOne();
  await moveClock(lamps.pool, 59_000);
  await Promise.all([runDueJobs(lamps.desk), runDueJobs(lamps.desk)]);
  expect(await left()).toBe(1);
  await moveClock(lamps.pool, 1_500);
  await Promise.all([1, 2, 3].map(() => runDueJobs(lamps.desk)));
  const { rows } = await lamps.pool.query(`select count(*) as n from journal_inbox where type = 'lamp.put-out'`);
  expect(rows).toEqual([{ n: 1 }]);
  expect(await left()).toBe(0);
});

test('R8 a job that went wrong is kept with its trouble and tried again, under the same key for its command', async () => {
  const keys: string[] = [];
  await openWith((_, __, { commandId, attempts }) => {
    keys.push(commandId);
    return attempts < 3 ? Promise.reject(new Error('the line is dead')) : Promise.resolve();
  });
  await lightOne();
  await runDueJobs(lamps.desk);
  const { rows } = await lamps.pool.query('select trouble, attempts from jobs');
  expect(rows).toEqual([{ trouble: 'Error: the line is dead', attempts: 1 }]);
  await runDueJobs(lamps.desk);
  expect(keys).toHaveLength(1);
  for (const wait of [1_000, 5_000]) {
    await moveClock(lamps.pool, wait + 100);
    await runDueJobs(lamps.desk);
  }
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(await left()).toBe(0);
});

test('R8 a job whose command found its subject busy to the end is tried again, and has its effect once', async () => {
  const outcomes: number[] = [];
  await openWith(async (event, desk, { commandId }) => {
    const { status } = await desk.run(putOut, { lampId: event.lampId }, system, { commandId });
    outcomes.push(status);
  });
  await lightOne();
  let isBusy = true;
  const run: Desk['run'] = (...asked) => (isBusy ? Promise.resolve({ status: 409, because: 'busy' }) : lamps.desk.run(...asked));
  const desk: Desk = { ...lamps.desk, run };
  await runDueJobs(desk);
  expect([outcomes, await left()]).toEqual([[], 1]);
  isBusy = false;
  await moveClock(lamps.pool, 1_100);
  await runDueJobs(desk);
  expect([outcomes, await left()]).toEqual([[200], 0]);
});

test('R6 a job whose node died is taken up after its lease, and the dead one cannot settle it any more', async () => {
  let dying = true;
  let wake = (): void => undefined;
  await openWith(() => {
    if (!dying) return Promise.resolve();
    dying = false;
    return new Promise<void>((resolve) => {
      wake = resolve;
    });
  });
  await lightOne();
  const dead = runDueJobs(lamps.desk);
  await expect.poll(() => dying).toBe(false);
  expect(await runDueJobs(lamps.desk)).toBe(false);
  await moveClock(lamps.pool, 61_000);
  expect(await runDueJobs(lamps.desk)).toBe(true);
  expect(await left()).toBe(0);
  await lamps.pool.query(`insert into jobs (key, name, input, due_at, since, attempts) select 'lamp.watch:a:2', 'lamp.watch', '{}', desk_now(), desk_now(), 5`);
  wake();
  await dead;
  expect(await left()).toBe(1);
});

test('a job that came too early says when to look again, and that is another asking', async () => {
  const keys: string[] = [];
  await openWith((event, _, { commandId }) => {
    keys.push(commandId);
    return Promise.resolve(keys.length === 1 ? { dueAt: seconds(30)(event) } : undefined);
  }, { key: (event) => `watch:${event.lampId}` });
  await lightOne();
  await runDueJobs(lamps.desk);
  expect(await runDueJobs(lamps.desk)).toBe(false);
  await moveClock(lamps.pool, 31_000);
  await runDueJobs(lamps.desk);
  expect(new Set(keys).size).toBe(2);
});

test('R6 a job that hangs on something outside holds up no other', async () => {
  let letGo = (): void => undefined;
  const done: string[] = [];
  await openWith((event) => {
    if (event.lampId === 'slow')
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    done.push(event.lampId);
    return Promise.resolve();
  });
  await lightOne('slow');
  await lightOne('quick-1');
  const worker: ReturnType<typeof jobsWorker> = jobsWorker(lamps.desk, 2, () => void worker.takeMore());
  await worker.takeMore();
  await expect.poll(() => done).toEqual(['quick-1']);
  await lightOne('quick-2');
  await worker.takeMore();
  await expect.poll(() => done).toEqual(['quick-1', 'quick-2']);
  letGo();
  await worker.finish();
  await expect.poll(left).toBe(0);
});
