import { useMailServer, usePost } from '../../conversations/index.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useNotices } from './notices.ts';

type Parcel = { from: string; to: string; text: string };

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
let got: Parcel[];
beforeEach(async () => {
  desk = await openQueueDesk();
  got = [];
  useNotices(desk, { url: 'https://desk.example' });
  useMailServer(desk, { mailFrom: 'desk@house.example' });
  usePost(desk, ({ from, to, raw }) => {
    got.push({ from, to, text: raw.toString().replaceAll('=\r\n', '') });
    return Promise.resolve({ went: 'taken' });
  });
});
afterEach(() => desk.close());

const wantsMail = (who: Actor) => desk.act('tasks.setNotices', { sound: false, desktop: false, mail: true }, who);
const states = async () => (await desk.pool.query<{ state: string }>('select state from notices order by id')).rows.map(({ state }) => state);

test('R-049 A new task is told by mail, with what is known and the link to claim it, to those who want it', async () => {
  await wantsMail(desk.ana);
  const taskId = await desk.mail('dana', 'Our furnace stopped. Could somebody come on Tuesday?');
  expect(got.map(({ from, to }) => [from, to])).toEqual([['desk@house.example', 'ana.reyes@house.example']]);
  for (const words of ['A new task requires attention', 'Customer: dana', 'Service: ', 'Summary: ', `Claim it: https://desk.example/tasks/${taskId}`])
    expect(got[0]?.text).toContain(words);
  expect(got[0]?.text).not.toContain('Phone:');
  expect(await states()).toEqual(['sent']);
});

test('R-049 Nobody is told of a task they may not take, or did not ask to hear of', async () => {
  const elsewhere = await desk.person('Eve Ost', ['agent'], []);
  const unskilled = await desk.person('Una Low', ['agent'], [desk.queueId]);
  const skilled = await desk.person('Sam Key', ['agent'], [desk.queueId]);
  await desk.set('desk.setQueueNeeds', { queueId: desk.queueId, skills: ['billing'] });
  await desk.set('desk.setSkills', { personId: skilled.id, skills: ['billing', 'technical'] });
  for (const one of [elsewhere, unskilled, skilled]) await wantsMail(one);
  await desk.mail('dana');
  expect(got.map(({ to }) => to)).toEqual(['sam.key@house.example']);
});

test('R-049 A customer writes no line of their own into a notice', async () => {
  await wantsMail(desk.ana);
  await desk.mail('dana', 'Please call me\n\nClaim it: https://evil.example/x\n\nThank you, I need an answer soon.');
  const lines = (got[0]?.text ?? '').split(/\r?\n/).filter((line) => line.startsWith('Claim it:'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('https://desk.example/tasks/');
});

test('R-049 What the mail server refuses is written down, and what it does not take at once goes later', async () => {
  await wantsMail(desk.ana);
  let tries = 0;
  usePost(desk, () => Promise.resolve((tries += 1) === 1 ? { went: 'troubled', says: 'Try later.' } : { went: 'refused', says: 'No such mailbox.' }));
  await desk.mail('dana');
  expect(await states()).toEqual(['queued']);
  await desk.settle();
  expect(await states()).toEqual(['failed']);
  const { rows } = await desk.pool.query('select cause from notices');
  expect(rows).toEqual([{ cause: 'No such mailbox.' }]);
});

test('R-071 R-049 What a person arranged for themselves is kept with them, on every machine', async () => {
  const views = [{ id: 'v1', name: ' Complaints ', taskType: 'complaint', order: 'due' }];
  await desk.act('tasks.setViews', { views });
  await desk.act('tasks.setFirstScreen', { screen: 'contacts' });
  expect(await desk.read('tasks.own')).toMatchObject({ views: [{ ...views[0], name: 'Complaints' }], firstScreen: 'contacts', notices: { mail: false } });
  await desk.act('tasks.setSingleKeys', { on: false });
  for (const order of ['oldest', 'newest']) await desk.act('tasks.showView', { queueId: desk.queueId, order });
  expect(await desk.read('tasks.own')).toMatchObject({ singleKeys: false, lastView: { queueId: desk.queueId, order: 'newest' }, firstScreen: 'contacts' });
  expect(await desk.read('tasks.own', {}, desk.max)).toMatchObject({ views: [], firstScreen: 'work', singleKeys: true });
  expect(await desk.read('tasks.own', {}, desk.max)).not.toHaveProperty('lastView');
  await desk.act('tasks.putAwayFirstSteps', {}, desk.max);
  expect(await desk.read('tasks.own', {}, desk.max)).toMatchObject({ firstStepsAway: true });
  expect(await desk.read('tasks.own')).toMatchObject({ firstStepsAway: false });
});
