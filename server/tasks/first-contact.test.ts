import { ENDING } from '@firstline/testing/at-work.ts';
import { openQueueDesk } from '@firstline/testing/queue-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usePost } from '../conversations/index.ts';

type Post = NonNullable<Parameters<typeof usePost>[1]>;
const taken: Post = () => Promise.resolve({ went: 'taken' });
const refused: Post = () => Promise.resolve({ went: 'refused', says: '550 no such user', code: 550 });
const unclear: Post = () => Promise.resolve({ went: 'unknown', says: 'The line was cut.' });
const troubled: Post = () => Promise.resolve({ went: 'troubled', says: 'Try later.' });

let desk: Awaited<ReturnType<typeof openQueueDesk>>;
let taskId = '';
beforeEach(async () => {
  desk = await openQueueDesk();
  await desk.set('desk.setNumber', { name: 'idleWarningSeconds', value: 100_000 });
  taskId = await desk.mail('dana');
  await desk.act('tasks.claim', { taskId });
  await desk.passes(45);
});
afterEach(() => desk.close());

const write = () => desk.act('tasks.reply', { taskId, to: 'dana@customer.example', subject: 'Re: Hello', body: 'We come on Tuesday.' });
const mailGoes = async (post: Post = taken) => {
  usePost(desk, post);
  await desk.settle();
};
const task = async () => (await desk.pool.query<Record<string, unknown>>('select * from tasks where id = $1', [taskId])).rows[0];
const contacts = async () => (await desk.pool.query<{ body: object }>(`select body from journal where type = 'task.contacted' order by seq`)).rows.map(({ body }) => body);
const note = async () => {
  await desk.passes(1);
  await desk.act('tasks.note', { taskId, discussed: 'Told the price.', agreed: 'Will think about it.' });
  await desk.passes(1);
};
const refusals = async (name: string, input: object = {}) => {
  const outcome = await desk.act(name, { taskId, ...input });
  return outcome.status === 422 ? outcome.refused.map(({ rule, because }) => [rule, because]) : outcome.status;
};
const resolve = (reason = 'provided-information') => refusals('tasks.resolve', { reason, ...ENDING });

test('R-068 A mail is the first contact once it has left, as of when it was written; what was read later had not been read by then', async () => {
  await desk.act('tasks.view', { taskId, part: 'conversation' });
  await write();
  expect((await task())?.first_contact).toBeNull();
  await desk.passes(30);
  await desk.act('tasks.view', { taskId, part: 'summary' });
  await mailGoes();
  expect((await task())?.first_contact).toMatchObject({ by: desk.ana.id, seconds: 45, read: ['conversation'] });
  await write();
  await mailGoes();
  expect(await contacts()).toHaveLength(1);
});

test('R-068 A mail that failed, or may not have left, is no first contact; the next one that leaves is', async () => {
  for (const post of [refused, unclear]) {
    await write();
    await mailGoes(post);
  }
  expect([await contacts(), (await task())?.first_contact]).toEqual([[], null]);
  await desk.passes(15);
  await write();
  await mailGoes();
  expect(await contacts()).toMatchObject([{ seconds: 60 }]);
});

test('R-068 Whoever lets the task go before their mail has left loses the measure of it to nobody', async () => {
  await write();
  await desk.act('tasks.park', { taskId });
  await mailGoes();
  expect(await contacts()).toMatchObject([{ seconds: 45, wrote: { by: desk.ana.id } }]);
  expect((await task())?.first_contact).toBeNull();
});

test('R-067 Who wrote with the summary unread is told so once, although the mail still waits', async () => {
  await write();
  expect((await desk.ask(desk.named('tasks.reply'), { taskId, to: 'dana@customer.example', subject: 'Re: Hello', body: 'Or on Monday.' }, desk.ana)).status).toBe(200);
});

test('R-079 A claim is not taken back while a mail may reach the customer, and is when it has failed', async () => {
  await write();
  expect(await refusals('tasks.undoClaim')).toEqual([['claim-is-undone-at-once', 'A mail to the customer is on its way.']]);
  await mailGoes(refused);
  expect(await refusals('tasks.undoClaim')).toBe(200);
});

test('R-236 Mails that wait are no tries, and become tries by leaving, without anybody doing something', async () => {
  for (let n = 0; n < 3; n += 1) await write();
  await note();
  expect(await resolve('unsuccessful-contact')).toEqual([['three-tries-before-unsuccessful', '0 of 3 are logged: try 3 more times. A mail counts once it has certainly left.']]);
  await mailGoes();
  expect(await resolve('unsuccessful-contact')).toBe(200);
});

test('R-164 The final note is later than a mail that waits or may have left; a mail that failed reached nobody and wants none', async () => {
  await note();
  await write();
  const tooEarly = (because: string) => [['final-note-after-last-contact', because]];
  expect(await resolve()).toEqual(tooEarly('A mail to the customer that was written after your last note is on its way.'));
  await mailGoes(unclear);
  expect(await resolve()).toEqual(tooEarly('A mail to the customer that was written after your last note may have reached them.'));
  await note();
  await write();
  await mailGoes(refused);
  expect(await resolve()).toBe(200);
});

test('R-246 Nobody is asked to close while their mail still waits; once it has left they are', async () => {
  await write();
  await mailGoes(troubled);
  await desk.passes(601);
  await mailGoes(troubled);
  expect((await task())?.closing_asked).toBeNull();
  await desk.passes(3600);
  await mailGoes();
  await desk.passes(601);
  await mailGoes();
  expect((await task())?.closing_asked).not.toBeNull();
});

test('R-220 A team has answered when its mail has left, and not before', async () => {
  await desk.act('tasks.escalate', { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' });
  const lea = await desk.person('Lea Moss', ['account-team'], [desk.queueId]);
  await desk.act('tasks.claim', { taskId }, lea);
  const mail = { taskId, to: 'dana@customer.example', subject: 'Re: Hello', body: 'We looked at it.' };
  await desk.act('tasks.reply', mail, lea);
  await mailGoes(refused);
  expect((await task())?.answer_by).not.toBeNull();
  await desk.act('tasks.reply', mail, lea);
  await mailGoes();
  expect((await task())?.answer_by).toBeNull();
});
