import type { ContactPage } from '@firstline/contract/contacts.ts';
import type { MyWork } from '@firstline/contract/tasks.ts';
import { ENDING } from '@firstline/testing/at-work.ts';
import { manyTasks, taskId as nthTask } from '@firstline/testing/many-tasks.ts';
import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
beforeEach(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.close());

const page = async (input: object = {}) => (await desk.read('tasks.contacts', { limit: 30, ...input })) as ContactPage;
const close = async (taskId: string) => {
  await desk.act('tasks.claim', { taskId });
  await desk.act('tasks.note', { taskId, discussed: 'Told the price.', agreed: 'Will think.' });
  expect(await desk.act('tasks.resolve', { taskId, reason: 'provided-information', ...ENDING })).toMatchObject({ status: 200 });
};
const customerOf = async (taskId: string) =>
  (await desk.pool.query<{ id: string }>('select customer_id as id from tasks where id = $1', [taskId])).rows[0]?.id ?? '';

test('R-070 A task brings the earlier contacts of its customer and their other open tasks; what lies elsewhere is only counted', async () => {
  const first = await desk.mail('dana', 'What does it cost?');
  await close(first);
  const second = await desk.mail('dana', 'I want to complain.');
  const hidden = await desk.queue('Hidden');
  await desk.set('desk.setQueueAddress', { queueId: hidden, address: 'hidden@house.example' });
  await desk.mail('dana', 'Something for others.', 60, 'hidden@house.example');
  await desk.mail('eli');

  const known = await page({ customerId: await customerOf(second) });
  expect(known.contacts.map(({ taskId, taskStatus, note }) => [taskId, taskStatus, note])).toEqual([
    [second, 'waiting', undefined],
    [first, 'closed', 'Told the price.'],
  ]);
  expect(known.elsewhere).toBe(1);
});

test('R-071 The history of contacts shows every contact of the queues one serves, the newest first, page by page', async () => {
  for (const name of ['dana', 'eli', 'fay']) await desk.mail(name);
  const first = await page({ limit: 2 });
  expect(first.contacts.map(({ customerName, channel, status }) => [customerName, channel, status])).toEqual([
    ['fay', 'email', 'open'],
    ['eli', 'email', 'open'],
  ]);
  const second = await page({ limit: 2, after: first.next });
  expect(second.contacts.map(({ customerName }) => customerName)).toEqual(['dana']);
  expect(second.next).toBeUndefined();
  expect((await page({ limit: 2, after: 'nonsense' })).contacts).toHaveLength(2);
});

test('R-075 A task is found by words of what was written, by its customer and by its thread, in the queues one serves', async () => {
  const taskId = await desk.mail('dana', 'Do you also repair chimneys?');
  await desk.mail('eli');
  const found = async (words: string, by = desk.ana) => ((await desk.read('tasks.search', { words, limit: 20 }, by)) as { cards: { id: string }[] }).cards.map(({ id }) => id);
  for (const words of ['chimney', 'DANA', 'hello dana']) expect(await found(words), words).toEqual([taskId]);
  expect(await found('hello')).toHaveLength(2);
  expect(await found('chimney', { ...desk.ana, queueIds: [] })).toEqual([]);
  expect(await found('nobody')).toEqual([]);
});

test('R-075 Of many tasks the newest are found first, and an old one by a word that it alone has', async () => {
  await manyTasks(desk.pool, { queueId: await desk.queue('Old'), to: 301 });
  await manyTasks(desk.pool, { queueId: desk.queueId, from: 302, to: 700 });
  const found = async (words: string, limit: number, by = desk.ana) =>
    ((await desk.read('tasks.search', { words, limit }, by)) as { cards: { id: string }[] }).cards.map(({ id }) => id);
  expect(await found('furnace', 3)).toEqual([nthTask(700), nthTask(699), nthTask(698)]);
  expect(await found('furnace 00000302', 3)).toEqual([nthTask(302)]);
  expect(await found('furnace 00000301', 3)).toEqual([]);
  expect(await found('0000030', 5)).toEqual([309, 308, 307, 306, 305].map(nthTask));
});

test('R-057 What I held stays in my sight, however it left me', async () => {
  const returned = await desk.mail('dana');
  await desk.act('tasks.claim', { taskId: returned });
  await desk.act('tasks.return', { taskId: returned });
  const closed = await desk.mail('eli');
  await close(closed);
  const timedOut = await desk.mail('fay', undefined, 1);
  await desk.act('tasks.claim', { taskId: timedOut });
  for (const seconds of [125, 40]) {
    await desk.passes(seconds);
    await desk.settle();
  }
  const mine = (await desk.read('tasks.mine')) as MyWork;
  expect(mine.held).toEqual([]);
  expect(mine.recent.map(({ id, status }) => [id, status])).toEqual([
    [timedOut, 'waiting'],
    [closed, 'closed'],
    [returned, 'waiting'],
  ]);
});

test('R-062 Whoever is active may hold a task as long as it takes', async () => {
  const taskId = await desk.mail('dana', undefined, 0);
  await desk.act('tasks.claim', { taskId });
  for (let minute = 0; minute < 300; minute += 1) {
    await desk.passes(60);
    await desk.act('tasks.stayActive', { taskId, ago: 0 });
    if (minute % 20 === 0) await desk.settle();
  }
  await desk.settle();
  expect(((await desk.read('tasks.mine')) as MyWork).held.map(({ id }) => id)).toEqual([taskId]);
});
