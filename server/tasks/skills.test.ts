import type { Actor } from '@firstline/domain/desk/role.ts';
import { openQueueDesk, QUESTION } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
let gus: Actor;
beforeEach(async () => {
  desk = await openQueueDesk();
  gus = { ...(await desk.person('Gus Hall', ['agent'], [desk.queueId])), skills: ['technical'] };
});
afterEach(() => desk.close());

const refused = { status: 422, refused: [{ rule: 'skills-for-the-task', because: 'It takes Technical.' }] };

test('R-060 A queue that takes a skill is offered to nobody without it, counted for nobody, and claimed by nobody', async () => {
  const taskId = await desk.mail('dana');
  expect(await desk.names()).toEqual(['dana']);
  await desk.set('desk.setQueueNeeds', { queueId: desk.queueId, skills: ['technical'] });
  expect(await desk.names()).toEqual([]);
  expect(await desk.read('tasks.badges')).toMatchObject({ waiting: {} });
  expect(await desk.act('tasks.claim', { taskId })).toMatchObject(refused);

  expect(await desk.names({}, gus)).toEqual(['dana']);
  expect(await desk.read('tasks.badges', {}, gus)).toMatchObject({ waiting: { [desk.queueId]: 1 } });
  expect(await desk.act('tasks.claim', { taskId }, gus)).toMatchObject({ status: 200 });
});

test('R-060 A kind of work that takes a skill is left out of every order, page and filter of whoever lacks it', async () => {
  await desk.set('desk.setList', {
    name: 'taskTypes',
    items: [
      { id: 'inquiry', label: 'Inquiry', rank: 30 },
      { id: 'complaint', label: 'Complaint', rank: 10, skills: 'technical' },
    ],
  });
  const taskId = await desk.mail('eve', 'I want to complain about yesterday.');
  await desk.mail('fay', QUESTION);
  for (const order of ['priority', 'oldest', 'newest', 'due']) expect(await desk.names({ order })).toEqual(['fay']);
  expect(await desk.names({ taskType: 'complaint' })).toEqual([]);
  expect(await desk.names({}, gus)).toEqual(['eve', 'fay']);
  expect(await desk.names({ taskType: 'complaint' }, gus)).toEqual(['eve']);
  expect(await desk.act('tasks.claim', { taskId })).toMatchObject(refused);
});

test('R-060 The number beside a queue counts what one may take, through all that happens to it', async () => {
  const types = [{ id: 'inquiry', label: 'Inquiry', rank: 30 }, { id: 'complaint', label: 'Complaint', rank: 10, skills: 'technical' }];
  await desk.set('desk.setList', { name: 'taskTypes', items: types });
  const complaint = await desk.mail('eve', 'I want to complain about yesterday.');
  const question = await desk.mail('fay', QUESTION);
  const counts = async () => {
    await desk.settle();
    const [ana, able] = [await desk.read('tasks.badges'), await desk.read('tasks.badges', {}, gus)] as { waiting: Record<string, number>; taskTypes?: string[] }[];
    expect([ana?.taskTypes, able?.taskTypes]).toEqual([['inquiry'], undefined]);
    return [ana?.waiting[desk.queueId] ?? 0, able?.waiting[desk.queueId] ?? 0];
  };
  expect(await counts()).toEqual([1, 2]);
  await desk.act('tasks.claim', { taskId: complaint }, gus);
  expect(await counts()).toEqual([1, 1]);
  await desk.act('tasks.return', { taskId: complaint }, gus);
  expect(await counts()).toEqual([1, 2]);
  await desk.act('tasks.claim', { taskId: question });
  expect(await counts()).toEqual([0, 1]);
});

test('R-060 Who leads sees all that waits, and claims no more than others', async () => {
  await desk.set('desk.setQueueNeeds', { queueId: desk.queueId, skills: ['technical'] });
  const taskId = await desk.mail('dana');
  const sue = await desk.person('Sue Park', ['supervisor']);
  expect(await desk.names({}, sue)).toEqual(['dana']);
  expect(await desk.act('tasks.claim', { taskId }, sue)).toMatchObject(refused);
});

test('R-060 Skills are kept with the person', async () => {
  await desk.set('desk.setSkills', { personId: gus.id, skills: ['billing', 'billing', 'technical'] });
  const { rows } = await desk.pool.query('select skills from people where id = $1', [gus.id]);
  expect(rows).toEqual([{ skills: ['billing', 'technical'] }]);
});
