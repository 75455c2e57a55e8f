import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
beforeEach(async () => void (desk = await openQueueDesk()));
afterEach(() => desk.close());

const customerOf = async (taskId: string): Promise<string> =>
  (await desk.pool.query<{ customer_id: string }>('select customer_id from tasks where id = $1', [taskId])).rows[0]?.customer_id ?? '';
const ask = async (name: string, input: object, who = desk.ana) => {
  expect(await desk.act(name, input, who)).toMatchObject({ status: 200 });
  await desk.settle();
};

test('R-093 A customer who is called otherwise is called so in the queue and on a held task, and is found by it; what is closed keeps its words', async () => {
  const [waiting, held] = [await desk.mail('dana'), await desk.mail('dana', 'And another thing: the bill.')];
  await desk.act('tasks.claim', { taskId: held });
  await ask('customers.rename', { customerId: await customerOf(waiting), name: 'Dana Fields' });
  expect(await desk.names()).toEqual(['Dana Fields']);
  expect(await desk.read('tasks.mine')).toMatchObject({ held: [{ customerName: 'Dana Fields' }] });
  expect(await desk.read('tasks.search', { words: 'fields', limit: 20 })).toMatchObject({ cards: [{}, {}] });
  expect((await desk.told(waiting)).filter((type) => type === 'task.customerNamed')).toHaveLength(1);

  // Asked again nothing happens, and everybody who sees the queue hears the name.
  await ask('customers.rename', { customerId: await customerOf(waiting), name: 'Dana Fields' });
  const { rows } = await desk.pool.query<{ audience: string[] }>(`select audience from journal where type = 'task.customerNamed' and subject_id = $1`, [waiting]);
  expect(rows).toEqual([{ audience: [`task:${waiting}`, `queue:${desk.queueId}`] }]);
});

test('R-093 A merge puts the name that stays on the open tasks of both, and its undoing puts the own one back', async () => {
  const [one, other] = [await desk.mail('dana'), await desk.mail('dana-at-work')];
  const [customerId, otherId] = [await customerOf(one), await customerOf(other)];
  const sue = await desk.person('Sue Park', ['supervisor'], []);
  await ask('customers.merge', { customerId, otherId }, sue);
  expect(await desk.names()).toEqual(['dana', 'dana']);
  await ask('customers.rename', { customerId, name: 'Dana Fields' });
  expect(await desk.names()).toEqual(['Dana Fields', 'Dana Fields']);
  await ask('customers.unmerge', { customerId, otherId }, sue);
  expect(await desk.names()).toEqual(['Dana Fields', 'dana-at-work']);
});
