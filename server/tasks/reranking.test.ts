import { CRITICALITY } from '@firstline/domain/tasks/criticality.ts';
import type { Reranking } from '@firstline/domain/tasks/reranking.ts';
import { TASK_TYPES } from '@firstline/domain/tasks/task-type.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rerankTasks } from './commands/rerank-tasks.ts';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
beforeEach(async () => void (desk = await openQueueDesk()));
afterEach(() => desk.close());

const ranked = (rank: Record<string, number>) => TASK_TYPES.map((type) => ({ ...type, rank: rank[type.id] ?? type.rank }));
const later = async () => {
  await desk.passes(7);
  await desk.settle();
};
const run = async () => (await desk.read('tasks.reranking', {}, desk.max)) as { reranking?: Reranking };

test('R-046 R-047 Another rank of a task type moves the tasks that wait already, and those that come back later', async () => {
  await desk.mail('complainer', 'I want to complain about yesterday.');
  await desk.mail('asker');
  const held = await desk.mail('held');
  await desk.act('tasks.claim', { taskId: held });
  expect(await desk.names()).toEqual(['complainer', 'asker']);

  await desk.set('desk.setList', { name: 'taskTypes', items: ranked({ inquiry: 5 }) });
  await later();
  expect(await desk.names()).toEqual(['asker', 'complainer']);
  await desk.act('tasks.return', { taskId: held });
  expect(await desk.names()).toEqual(['asker', 'held', 'complainer']);
  expect(await desk.names({ taskType: 'inquiry' })).toEqual(['asker', 'held']);

  // Back to the shipped list, and everything stands as before.
  await desk.set('desk.setList', { name: 'taskTypes' });
  await later();
  expect(await desk.names()).toEqual(['complainer', 'asker', 'held']);
  expect((await desk.told(held)).filter((type) => type === 'task.reranked')).toHaveLength(2);
});

test('R-045 Another rank of a criticality moves the tasks that wait, and a retired kind keeps its own rank', async () => {
  await desk.mail('complainer', 'I want to complain about yesterday.');
  await desk.mail('down', 'What do we do about the outage?');
  expect(await desk.names()).toEqual(['down', 'complainer']);
  await desk.set('desk.setList', { name: 'taskTypes', items: TASK_TYPES.map((type) => (type.id === 'complaint' ? { ...type, retired: true } : type)) });
  await desk.set('desk.setList', { name: 'criticality', items: CRITICALITY.map((one) => (one.id === 'critical' ? { ...one, rank: 35 } : one)) });
  await later();
  expect((await desk.page()).cards.map(({ customerName, rank }) => [customerName, rank])).toEqual([['complainer', 300_010], ['down', 350_030]]);
});

test('R-046 A long queue is put in order batch by batch, and how far it is can be read', async () => {
  await manyTasks(desk.pool, { queueId: desk.queueId, to: 130 });
  await desk.set('desk.setList', { name: 'taskTypes', items: ranked({ other: 1 }) });
  const { rows } = await desk.pool.query<{ version: number }>('select version from houses');
  const houseVersion = Number(rows[0]?.version);
  await desk.done(rerankTasks, { houseVersion }, voice('system'));
  expect(await run()).toMatchObject({ reranking: { total: 130, done: 50 } });
  expect((await run()).reranking?.finishedAt).toBeUndefined();
  await later();
  expect(await run()).toMatchObject({ reranking: { total: 130, done: 130, finishedAt: expect.any(String) as string } });
  expect(new Set((await desk.page({ limit: 16 })).cards.map(({ taskType }) => taskType))).toEqual(new Set(['other']));

  // A run for settings that changed since is over, and one that is through changes nothing more.
  expect(await desk.done(rerankTasks, { houseVersion }, voice('system'))).toEqual([]);
  await desk.done(rerankTasks, { houseVersion: houseVersion + 1 }, voice('system'));
  expect(await desk.done(rerankTasks, { houseVersion }, voice('system'))).toEqual([]);
});

test('R-046 A list without ranks moves nothing', async () => {
  await desk.mail('asker');
  await desk.set('desk.setList', { name: 'skills', items: [{ id: 'gas', label: 'Gas' }] });
  await later();
  expect(await run()).toEqual({});
});
