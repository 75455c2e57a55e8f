import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { usePost } from '../conversations/index.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
beforeEach(async () => {
  desk = await openQueueDesk();
  usePost(desk, () => Promise.resolve({ went: 'taken' }));
  await desk.set('desk.setQueueNeeds', { queueId: desk.queueId, skills: [], answerMinutes: 60 });
});
afterEach(() => desk.close());

const card = async () => (await desk.page()).cards[0];
const later = async (minutes: number) => {
  await desk.passes(minutes * 60);
  await desk.settle();
};
const reply = { to: 'dana@customer.example', subject: 'Re: Hello', body: 'We come on Tuesday.' };

test('R-052 The desk marks an answer that is due soon, and one that is late, each once and on its own clock', async () => {
  const taskId = await desk.mail('dana', undefined, 0);
  const opened = await card();
  expect(Date.parse(opened?.answerDueAt ?? '') - Date.parse(opened?.openedAt ?? '')).toBe(3_600_000);
  await later(44);
  expect((await card())?.answerMark).toBeUndefined();
  await later(2);
  expect((await card())?.answerMark).toBe('soon');
  await later(15);
  expect((await card())?.answerMark).toBe('missed');
  await later(600);
  expect(await desk.told(taskId)).toEqual(['task.opened', 'task.firstAnswerMarked', 'task.firstAnswerMarked']);
  expect((await desk.pool.query(`select 1 from jobs where key = $1`, [`first-answer:${taskId}`])).rows).toEqual([]);
});

test('R-052 R-220 A task that goes up is still late with its first answer, and the team is reminded besides', async () => {
  const taskId = await desk.mail('dana', undefined, 0);
  await desk.act('tasks.escalate', { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' });
  await later(61);
  expect(await desk.told(taskId)).toContain('task.firstAnswerMarked');
  await later(72 * 60);
  expect(await desk.told(taskId)).toContain('task.teamReminded');
});

test('R-052 An answer of a person ends the waiting, and nothing is marked any more', async () => {
  const taskId = await desk.mail('dana', undefined, 0);
  await desk.act('tasks.claim', { taskId });
  await desk.act('tasks.reply', { taskId, ...reply });
  await desk.settle();
  await desk.act('tasks.return', { taskId });
  expect(await card()).toMatchObject({ answeredAt: expect.any(String) });
  expect((await card())?.answerDueAt).toBeUndefined();
  await later(120);
  expect((await desk.told(taskId)).filter((type) => type === 'task.firstAnswerMarked')).toEqual([]);
  expect(await desk.names({ order: 'due' })).toEqual([]);
});

test('R-052 A mail that did not leave answers nobody, and the clock runs on', async () => {
  usePost(desk, () => Promise.resolve({ went: 'refused', says: '550 no such user', code: 550 }));
  const taskId = await desk.mail('dana', undefined, 0);
  await desk.act('tasks.claim', { taskId });
  await desk.act('tasks.reply', { taskId, ...reply });
  await desk.settle();
  expect(await desk.told(taskId)).not.toContain('task.firstAnswered');
  usePost(desk, () => Promise.resolve({ went: 'taken' }));
  await desk.act('tasks.reply', { taskId, ...reply });
  await desk.settle();
  expect((await desk.told(taskId)).filter((type) => type === 'task.firstAnswered')).toHaveLength(1);
});

test('R-052 A try that reached nobody answers nothing; a talk does', async () => {
  const taskId = await desk.mail('dana', undefined, 0);
  await desk.act('tasks.claim', { taskId });
  const logged = { taskId, channel: 'call', address: '+1 555 010 2231' };
  await desk.act('tasks.logAttempt', { ...logged, result: 'no-answer' });
  await desk.settle();
  expect(await desk.told(taskId)).not.toContain('task.firstAnswered');
  await desk.act('tasks.logAttempt', { ...logged, result: 'reached' });
  await desk.settle();
  expect((await desk.told(taskId)).filter((type) => type === 'task.firstAnswered')).toHaveLength(1);
});

test('R-052 In the order of what is due, the queue with the shorter target goes first', async () => {
  const urgent = await desk.queue('Urgent');
  const both = { ...desk.ana, queueIds: [desk.queueId, urgent] };
  await desk.set('desk.setQueueNeeds', { queueId: urgent, skills: [], answerMinutes: 5 });
  await desk.set('desk.setQueueAddress', { queueId: urgent, address: 'urgent@house.example' });
  await desk.mail('dana');
  await desk.mail('eli', undefined, 60, 'urgent@house.example');
  expect(await desk.names({ order: 'oldest' }, both)).toEqual(['dana', 'eli']);
  expect(await desk.names({ order: 'due' }, both)).toEqual(['eli', 'dana']);
  const first = await desk.page({ order: 'due', limit: 1 }, both);
  expect(await desk.names({ order: 'due', limit: 1, after: first.next }, both)).toEqual(['dana']);
});
