import type { QueuePage } from '@firstline/contract/tasks.ts';
import { lists } from '@firstline/domain/desk/lists.ts';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { policy } from '@firstline/domain/policy.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { ENDING } from '@firstline/testing/at-work.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromRow } from '../platform/store.ts';
import { usePost } from '../conversations/index.ts';
import { assignTask } from './commands/assign-task.ts';
import { claimTask } from './commands/claim-task.ts';
import { escalateTask } from './commands/escalate-task.ts';
import { grantOnTask } from './commands/grant-on-task.ts';
import { handBackTask } from './commands/hand-back-task.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { replyOnTask } from './commands/reply-on-task.ts';
import { returnTask } from './commands/return-task.ts';
import { resolveTask } from './commands/resolve-task.ts';
import { waiting } from './queries/waiting.ts';
import { taskStore } from './stores.ts';

let desk: TestDesk;
let ana: Actor;
let ben: Actor;
let lea: Actor;
let taskId: string;

/** What the house's table says in one test. */
const own = { ...lists };
beforeEach(async () => {
  Object.assign(own, lists);
  desk = await openDesk({ house: () => () => Promise.resolve({ levels: {}, policy, lists: own }) });
  usePost(desk, () => Promise.resolve({ went: 'taken' }));
  const queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  lea = await desk.person('Lea Moss', ['account-team'], [queueId]);
  await customerMails(desk, letter());
  await desk.settle();
  taskId = (await desk.pool.query<{ id: string }>('select id from tasks')).rows[0]?.id ?? '';
});
afterEach(() => desk.close());

const matter = { category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' };
const up = (by: Actor, more: object = {}) => desk.ask(escalateTask, { taskId, ...matter, ...more }, by);
const refusedBy = async (asked: ReturnType<TestDesk['ask']>) => {
  const outcome = await asked;
  return outcome.status === 422 ? outcome.refused.map(({ rule }) => rule) : outcome.status;
};
const task = async (): Promise<Task> =>
  fromRow(taskStore, (await desk.pool.query<Record<string, unknown>>('select * from tasks where id = $1', [taskId])).rows[0] ?? {});
const reminders = async () =>
  (await desk.pool.query<{ body: Partial<Recorded<TaskEvent>> }>(`select body from journal where type = 'task.teamReminded' order by seq`)).rows.map(({ body }) => (body as { isLate?: boolean }).isLate);
const waitingCount = async () => (await desk.pool.query<{ n: number }>(`select n from counters where name = 'waiting'`)).rows[0]?.n;

test('R-214 A task that waits is escalated as well as one that is held, and no badge counts it any more', async () => {
  expect(await up(ben)).toMatchObject({ status: 200 });
  await desk.settle();
  expect([(await task()).status, await waitingCount()]).toEqual(['escalated', 0]);
});

test('R-214 What a colleague holds is theirs to escalate', async () => {
  await desk.done(claimTask, { taskId }, ana);
  expect(await refusedBy(up(ben))).toEqual(['only-the-holder-escalates-a-held-task']);
  expect(await up(ana)).toMatchObject({ status: 200 });
});

test('R-219 The account team owns the contact then: the agent neither writes nor resolves, and claims another task', async () => {
  await desk.done(claimTask, { taskId }, ana);
  await up(ana);
  const mail = { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We can come.' };
  expect(await refusedBy(desk.ask(replyOnTask, mail, ana))).toEqual(['only-the-holder-works-on-a-task']);
  expect(await refusedBy(desk.ask(claimTask, { taskId }, ana))).toEqual(['escalated-tasks-belong-to-their-team']);
  await customerMails(desk, letter('omar@customer.example'));
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string }>('select id from tasks where id <> $1', [taskId]);
  expect(await desk.ask(claimTask, { taskId: rows[0]?.id }, ana)).toMatchObject({ status: 200 });
  await desk.done(claimTask, { taskId }, lea);
  await desk.done(replyOnTask, mail, lea);
  await desk.settle();
  expect((await task()).escalation?.answeredAt).toBeDefined();
});

test('R-225 An installation’s own table decides: billing goes to the back office, and only they and those above take it', async () => {
  own.escalationTable = lists.escalationTable.map((row) => (row.id === 'billing' ? { ...row, teamId: 'back-office' } : row));
  const bo = await desk.person('Bo Lind', ['back-office'], [...ana.queueIds]);
  expect(await up(ana)).toMatchObject({ done: [{ teamId: 'back-office' }] });
  expect(await refusedBy(desk.ask(claimTask, { taskId }, lea))).toEqual(['escalated-tasks-belong-to-their-team']);
  expect(await desk.ask(claimTask, { taskId }, bo)).toMatchObject({ status: 200 });
});

test('R-219 R-225 The queue shows each team what it may claim, and whoever leads gives it to nobody else', async () => {
  own.escalationTable = lists.escalationTable.map((row) => (row.id === 'billing' ? { ...row, teamId: 'back-office' } : row));
  const bo = await desk.person('Bo Lind', ['back-office'], [...ana.queueIds]);
  const sue = await desk.person('Sue Park', ['supervisor']);
  await up(ana);
  for (const who of [ana, lea, bo, sue]) {
    const { cards } = (await waiting.answer(desk, { order: 'priority', limit: 50 }, who)) as QueuePage;
    const given = await refusedBy(desk.ask(assignTask, { taskId, to: who.id, reason: 'Please.' }, sue));
    if (given === 200) await desk.done(returnTask, { taskId }, who);
    const claimed = await refusedBy(desk.ask(claimTask, { taskId }, who));
    if (claimed === 200) await desk.done(returnTask, { taskId }, who);
    const isTheirs = who === bo || who === sue;
    expect([who.name, cards.length, claimed, given]).toEqual([
      who.name, ...(isTheirs ? [1, 200, 200] : [0, ['escalated-tasks-belong-to-their-team'], ['assignee-may-take-the-task']]),
    ]);
  }
});

test('R-220 The team is reminded before the answer is due and when it is late; a team that answered is left alone', async () => {
  await up(ana, { urgency: 'urgent' });
  await desk.settle();
  expect((await task()).answerBy).toBeDefined();
  await desk.passes(5 * 3600);
  await desk.settle();
  expect(await reminders()).toEqual([]);
  await desk.passes(3600);
  await desk.settle();
  expect(await reminders()).toEqual([false]);
  await desk.passes(2 * 3600);
  await desk.settle();
  expect(await reminders()).toEqual([false, true]);
});

test('R-220 Nobody is reminded of a customer who has heard from the team', async () => {
  await up(ana, { urgency: 'urgent' });
  await desk.done(claimTask, { taskId }, lea);
  await desk.done(replyOnTask, { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We looked at it.' }, lea);
  await desk.settle();
  await desk.passes(9 * 3600);
  await desk.settle();
  expect([await reminders(), (await task()).answerBy]).toEqual([[], undefined]);
});

test('R-219 A team member takes it, and closes it or hands it back to the front line with a word', async () => {
  await up(ana);
  await desk.done(claimTask, { taskId }, lea);
  await desk.done(handBackTask, { taskId, remark: 'Charged back. Please book the visit.' }, lea);
  await desk.settle();
  expect(await task()).toMatchObject({ status: 'waiting', notes: [{ by: lea.id, discussed: 'Charged back. Please book the visit.' }] });
  expect(await waitingCount()).toBe(1);
  await up(ana);
  await desk.done(claimTask, { taskId }, lea);
  await desk.passes(1);
  await desk.done(noteOnTask, { taskId, discussed: 'Refunded.', agreed: 'The customer is content.' }, lea);
  expect(await desk.ask(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, lea)).toMatchObject({ status: 200 });
});

test('R-216 A complaint is neither resolved by an agent nor handed back by its team', async () => {
  await desk.pool.query(`update tasks set task_type = 'complaint'`);
  await desk.done(claimTask, { taskId }, ana);
  await desk.passes(1);
  await desk.done(noteOnTask, { taskId, discussed: 'Said sorry.', agreed: 'Will hear from us.' }, ana);
  expect(await refusedBy(desk.ask(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana))).toEqual(['complaints-escalate']);
  await up(ana, { category: 'complaint', reason: 'complaint' });
  await desk.done(claimTask, { taskId }, lea);
  expect(await refusedBy(desk.ask(handBackTask, { taskId, remark: 'Please.' }, lea))).toEqual(['a-complaint-stays-with-its-team']);
});

test('R-221 No figure of the desk counts an escalation for or against whoever made it', async () => {
  await desk.done(claimTask, { taskId }, ana);
  await up(ana);
  await desk.settle();
  const { rows } = await desk.pool.query<{ topic: string; name: string }>('select topic, name from counters');
  expect(rows.filter(({ topic, name }) => topic.includes(ana.id) || /escalat/i.test(name))).toEqual([]);
  const doors = desk.parts.queries.map(({ spec }) => `${spec.name} ${spec.says}`);
  expect(doors.filter((door) => /escalat/i.test(door) && /count|number|score|rate|how often|share/i.test(door))).toEqual([]);
  expect(await task()).toMatchObject({ idleReturns: 0 });
});

test('R-212 What a team escalates goes to the team above it; a manager has nobody above', async () => {
  await desk.done(claimTask, { taskId }, lea);
  expect(await up(lea)).toMatchObject({ done: [{ teamId: 'supervisors' }] });
  const mia = await desk.person('Mia Dorn', ['manager']);
  await desk.done(claimTask, { taskId }, mia);
  expect(await refusedBy(up(mia))).toEqual(['escalation-goes-up']);
  expect(await desk.ask(escalateTask, { taskId, ...matter }, voice('clock'))).toMatchObject({ status: 403 });
});

test('R-218 Beyond an agent’s authority the desk refuses, also in small sums; the team above may give it', async () => {
  await desk.done(claimTask, { taskId }, ana);
  const give = (by: Actor, amount: number) => desk.ask(grantOnTask, { taskId, kind: 'refund', amount, words: 'The visit that nobody came to.' }, by);
  expect(await give(ana, 30)).toMatchObject({ status: 200 });
  expect(await refusedBy(give(ana, 30))).toEqual(['within-ones-authority']);
  await up(ana, { reason: 'beyond-authority' });
  await desk.done(claimTask, { taskId }, lea);
  expect(await give(lea, 30)).toMatchObject({ status: 200 });
  expect((await task()).grants?.map(({ amount, by }) => [amount, by])).toEqual([[30, ana.id], [30, lea.id]]);
});
