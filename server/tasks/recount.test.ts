import type { DeskEvent } from '@firstline/domain/event.ts';
import { letter } from '@firstline/testing/at-work.ts';
import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { runDueJobs } from '@firstline/testing/run-due-jobs.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../platform/recount.ts';
import { seal } from '../platform/sealer.ts';
import { claimTask } from './commands/claim-task.ts';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
beforeEach(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.close());

/** A node of a build that did not count by kind. */
const oldTally = (event: DeskEvent) => desk.parts.tally(event).filter(({ name }) => name === 'waiting');
const sealAll = async (tally = desk.parts.tally) => {
  while ((await seal(desk.pool, tally)) > 0);
};
const mails = async (name: string): Promise<void> => {
  await desk.done(desk.named('conversations.receive'), letter(`${name}@customer.example`), voice('system'));
  while (await runDueJobs(desk));
};
const claims = async (): Promise<void> => {
  const { rows } = await desk.pool.query<{ id: string }>(`select id from tasks where status = 'waiting' order by id limit 1`);
  await desk.done(claimTask, { taskId: String(rows[0]?.id) }, await desk.person('Ben Sato', ['agent'], [desk.queueId]));
};
const counted = async () => (await desk.pool.query(`select topic, name, n from counters where n <> 0 order by topic, name`)).rows;
const there = async () =>
  (await desk.pool.query(
    `select 'queue:' || queue_id as topic, 'waiting' || coalesce(' ' || task_type, '') as name, count(*) as n
     from tasks where status = 'waiting' group by grouping sets ((queue_id), (queue_id, task_type)) order by 1, 2`,
  )).rows;

test('Badges that a node of another build has counted in its own way are right again, and are counted on from there', async () => {
  await mails('dana');
  await mails('eli');
  await sealAll(oldTally);
  expect(await counted()).not.toEqual(await there());
  expect(await recount(desk.pool, desk.parts)).toBe(1);
  expect(await counted()).toEqual(await there());
  expect(await recount(desk.pool, desk.parts)).toBe(0);
  await claims();
  await sealAll();
  expect(await counted()).toEqual(await there());
});

test('What is committed and not yet numbered is neither lost nor counted twice', async () => {
  await mails('dana');
  await sealAll(oldTally);
  await mails('eli');
  await mails('fay');
  await claims();
  await recount(desk.pool, desk.parts);
  expect(await counted()).not.toEqual(await there());
  await sealAll();
  expect(await counted()).toEqual(await there());
});

test('A node of another build that does not say the kind of what it claims leaves a badge behind, and it is mended', async () => {
  await mails('dana');
  await claims();
  await desk.pool.query(`update journal_inbox set body = body - 'taskType' where type = 'task.claimed'`);
  await sealAll();
  expect(await counted()).not.toEqual(await there());
  await recount(desk.pool, desk.parts);
  expect(await counted()).toEqual(await there());
});

test('Badges that several count anew at once, while work comes, is claimed and is sealed, end as the rows have them', async () => {
  await mails('cleo');
  await mails('dana');
  await sealAll(oldTally);
  let isBusy = true;
  const others = Promise.all([0, 1, 2].map(async (n) => {
    while (isBusy) await (n === 0 ? seal(desk.pool, desk.parts.tally) : recount(desk.pool, desk.parts));
  }));
  for (const name of ['eli', 'fay', 'gus', 'hal']) await mails(name);
  await claims();
  isBusy = false;
  await others;
  await sealAll();
  expect(await counted()).toEqual(await there());
});
