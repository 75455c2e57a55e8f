import type { Actor } from '@firstline/domain/desk/role.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { holding } from '@firstline/testing/at-work.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usePost } from '../conversations/index.ts';
import { claimTask } from './commands/claim-task.ts';
import { closeBrowser } from './commands/close-browser.ts';
import { continueTask } from './commands/continue-task.ts';
import { logAttempt } from './commands/log-attempt.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { protectTask } from './commands/protect-task.ts';
import { replyOnTask } from './commands/reply-on-task.ts';
import { saveDraft } from './commands/save-draft.ts';
import { stayActive } from './commands/stay-active.ts';
import { unprotectTask } from './commands/unprotect-task.ts';
import { viewTask } from './commands/view-task.ts';
import { workspace } from './queries/workspace.ts';

let desk: TestDesk;
let ana: Actor;
let queueId = '';
let taskId = '';

beforeEach(async () => {
  desk = await openDesk();
  usePost(desk, () => Promise.resolve({ went: 'taken' }));
  ({ ana, queueId, taskId } = await holding(desk));
  await desk.stopClock();
});
afterEach(() => desk.close());

const passes = async (seconds: number) => {
  await desk.passes(seconds);
  await desk.settle();
  return (await desk.pool.query<Record<string, unknown>>('select * from tasks where id = $1', [taskId])).rows[0] as Record<string, unknown>;
};
const setNumber = async (name: string, value: number) => desk.done(desk.named('desk.setNumber'), { name, value }, await desk.person('Ada Admin', ['administrator']));
const mail = { to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We can come on Tuesday.' };

test('R-080 A closed browser keeps its task for the set time, then the rule of inactivity holds; whoever comes back is there', async () => {
  await setNumber('closedBrowserSeconds', 300);
  await passes(10);
  await desk.done(closeBrowser, { taskId }, ana);
  expect(await passes(290)).toMatchObject({ status: 'held', returns_at: null });
  expect((await passes(15)).returns_at).not.toBeNull();
  expect(await passes(31)).toMatchObject({ status: 'waiting', idle_returns: 1 });

  await desk.done(claimTask, { taskId }, ana);
  await desk.done(closeBrowser, { taskId }, ana);
  await desk.done(stayActive, { taskId, ago: 0 }, ana);
  expect((await passes(125)).returns_at).not.toBeNull();
});

test('R-090 Where the house gives no quiet task back, it is looked at as seldom as it could be asked for, and in time when the house does again', async () => {
  const ada = await desk.person('Ada Admin', ['administrator']);
  const level = (to: 'off' | 'enforced') => desk.done(desk.named('desk.setRuleLevel'), { rule: 'idle-task-is-released', level: to }, ada);
  await level('off');
  expect(await passes(600)).toMatchObject({ status: 'held', returns_at: null });
  const { rows } = await desk.pool.query<{ wait: number }>(`select extract(epoch from due_at - desk_now())::float8 as wait from jobs where key = $1`, [`idle:${taskId}`]);
  expect(rows[0]?.wait).toBeGreaterThan(100);
  await level('enforced');
  expect((await passes(121)).returns_at).not.toBeNull();
  expect(await passes(31)).toMatchObject({ status: 'waiting' });
});

test('R-090 A sign of life that comes after the task went back is refused, and nobody is told of as stopped by a rule', async () => {
  await passes(125);
  expect(await passes(31)).toMatchObject({ status: 'waiting' });
  const entries = async () => (await desk.pool.query('select type from journal')).rows.length;
  const before = await entries();
  for (const [late, input] of [[stayActive, { ago: 0 }], [closeBrowser, {}]] as const)
    expect(await desk.ask(late, { taskId, ...input }, ana)).toMatchObject({ status: 422 });
  await desk.settle();
  expect(await entries()).toBe(before);

  // Whoever acts is told of all the same.
  expect(await desk.ask(noteOnTask, { taskId, discussed: 'The pump', agreed: 'A visit' }, ana)).toMatchObject({ status: 422 });
  await desk.settle();
  expect(await entries()).toBe(before + 1);
});

test('R-080 With the shipped minute a closed browser never gives its task up sooner than any other', async () => {
  await passes(100);
  await desk.done(closeBrowser, { taskId }, ana);
  expect((await passes(55)).returns_at).toBeNull();
  expect((await passes(10)).returns_at).not.toBeNull();
});

test('R-086 R-087 During a call nobody is asked; when it ends the time begins from zero', async () => {
  await passes(100);
  await desk.done(protectTask, { taskId, callId: 'c1' }, voice('system'));
  expect(await passes(3000)).toMatchObject({ status: 'held', returns_at: null });
  await desk.done(unprotectTask, { taskId, callId: 'c1' }, voice('system'));
  expect((await passes(119)).returns_at).toBeNull();
  expect((await passes(2)).returns_at).not.toBeNull();
});

test('R-086 A call takes a standing question away, two calls must both end, and one that never ends holds no task for ever', async () => {
  expect((await passes(121)).returns_at).not.toBeNull();
  for (const callId of ['c1', 'c2']) await desk.done(protectTask, { taskId, callId }, voice('system'));
  expect(await passes(600)).toMatchObject({ status: 'held', returns_at: null });
  await desk.done(unprotectTask, { taskId, callId: 'c1' }, voice('system'));
  expect(await passes(600)).toMatchObject({ status: 'held', returns_at: null });
  await passes(240 * 60);
  expect(await passes(31)).toMatchObject({ status: 'waiting' });
});

test('R-085 Sending a message is a sign of life', async () => {
  await passes(100);
  await desk.done(replyOnTask, { taskId, ...mail }, ana);
  expect((await passes(119)).returns_at).toBeNull();
});

test('R-088 The next agent finds notes, drafts, sub-tasks and history of a task lost to inactivity', async () => {
  await desk.done(noteOnTask, { taskId, discussed: 'No heat upstairs.', agreed: 'Two slots offered.' }, ana);
  await desk.done(saveDraft, { taskId, kind: 'email', content: { body: 'Dear Dana' } }, ana);
  await passes(121);
  expect(await passes(31)).toMatchObject({ status: 'waiting' });
  const ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  await desk.done(claimTask, { taskId }, ben);
  const known = await workspace.answer(desk, { taskId }, ben);
  expect(known).toMatchObject({ task: { notes: [{ discussed: 'No heat upstairs.' }] }, drafts: [{ content: { body: 'Dear Dana' } }], messages: [{}] });
  expect((known as { task: { subTasks: unknown[] } }).task.subTasks.length).toBeGreaterThan(0);
});

test('R-089 Each question that is shown, answered or ignored is counted for its agent', async () => {
  await passes(121);
  await desk.done(continueTask, { taskId }, ana);
  await passes(121);
  await desk.done(noteOnTask, { taskId, discussed: 'Here.', agreed: 'Visit on Tuesday.' }, ana);
  await passes(121);
  await passes(31);
  const { rows } = await desk.pool.query('select person_id, sum(shown)::integer as shown, sum(answered)::integer as answered, sum(ignored)::integer as ignored from idle_questions group by 1');
  expect(rows).toEqual([{ person_id: ana.id, shown: 3, answered: 2, ignored: 1 }]);
});

test('R-067 An unread summary warns once when contact is tried; what had been read before it is kept', async () => {
  expect(await desk.ask(replyOnTask, { taskId, ...mail }, ana)).toMatchObject({ status: 422, refused: [{ rule: 'summary-read-before-contact', level: 'warned' }] });
  await desk.done(viewTask, { taskId, part: 'conversation' }, ana);
  expect((await desk.ask(replyOnTask, { taskId, ...mail }, ana, ['summary-read-before-contact'])).status).toBe(200);
  expect((await desk.ask(replyOnTask, { taskId, ...mail }, ana)).status, 'said once').toBe(200);
  expect((await passes(0)).first_contact).toMatchObject({ read: ['conversation'], by: ana.id });
});

test('R-067 Whoever has read the summary is not warned; being shown it answers no question of the desk', async () => {
  expect((await passes(121)).returns_at).not.toBeNull();
  await desk.done(viewTask, { taskId, part: 'summary' }, ana);
  expect((await passes(0)).returns_at).not.toBeNull();
  expect((await desk.ask(replyOnTask, { taskId, ...mail }, ana)).status).toBe(200);
});

test('R-068 The time from claim to first contact is measured, on any channel, for each holder', async () => {
  await passes(45);
  const done = await desk.done(logAttempt, { taskId, channel: 'call', address: '+1 555 010 2231', result: 'reached' }, ana);
  expect(done).toMatchObject([{ type: 'attempt.logged' }, { type: 'task.contacted', seconds: 45, read: [] }]);
  await passes(30);
  expect((await desk.done(replyOnTask, { taskId, ...mail }, ana)).map(({ type }) => type)).toEqual(['message.queued']);
});

test('R-246 A task that lies still after its last contact is asked about once; a new contact winds the time up', async () => {
  await setNumber('idleWarningSeconds', 100_000);
  await desk.done(replyOnTask, { taskId, ...mail }, ana);
  await passes(0);
  expect((await passes(500)).closing_asked).toBeNull();
  await desk.done(replyOnTask, { taskId, ...mail }, ana);
  await passes(0);
  expect((await passes(500)).closing_asked).toBeNull();
  expect((await passes(105)).closing_asked).not.toBeNull();
});
