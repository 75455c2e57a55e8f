import type { Actor } from '@firstline/domain/desk/role.ts';
import { ENDING, customerMails, holding, letter, waitingTask } from '@firstline/testing/at-work.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assignTask } from './commands/assign-task.ts';
import { claimTask } from './commands/claim-task.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { parkTask } from './commands/park-task.ts';
import { resolveTask } from './commands/resolve-task.ts';
import { returnTask } from './commands/return-task.ts';
import { saveDraft } from './commands/save-draft.ts';
import { sendBackTask } from './commands/send-back-task.ts';
import { takeOverTask } from './commands/take-over-task.ts';
import { undoClaim } from './commands/undo-claim.ts';
import { undoClose } from './commands/undo-close.ts';
import { workspace } from './queries/workspace.ts';

let desk: TestDesk;
let ana: Actor;
let ben: Actor;
let max: Actor;
let queueId = '';
let taskId = '';

beforeEach(async () => {
  desk = await openDesk();
  ({ ana, queueId, taskId } = await holding(desk));
  ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  max = await desk.person('Max Obi', ['supervisor']);
  await desk.stopClock();
});
afterEach(() => desk.close());

const row = async () => (await desk.pool.query<Record<string, string | null>>('select * from tasks where id = $1', [taskId])).rows[0];
const waitingCount = async () => {
  await desk.settle();
  return (await desk.pool.query<{ n: number }>(`select n from counters where topic = $1 and name = 'waiting'`, [`queue:${queueId}`])).rows[0]?.n;
};
const refused = (rule: string) => ({ status: 422, refused: [{ rule }] });
const reason = 'The customer asked for me.';

test('R-051 A supervisor takes a held task over with a reason; what its agent wrote stays', async () => {
  await desk.done(noteOnTask, { taskId, discussed: 'No heat upstairs.', agreed: 'Two slots offered.' }, ana);
  await desk.done(saveDraft, { taskId, kind: 'email', content: { body: 'Dear Dana' } }, ana);
  const done = await desk.done(takeOverTask, { taskId, reason }, max);
  expect(done).toMatchObject([{ type: 'task.withdrawn', from: ana.id, personal: { reason } }, { type: 'task.claimed', by: max.id }]);
  expect(await row()).toMatchObject({ status: 'held', held_by: max.id });
  expect(await workspace.answer(desk, { taskId }, max)).toMatchObject({ task: { notes: [{ by: ana.id }] }, drafts: [{ by: ana.id, content: { body: 'Dear Dana' } }] });
  expect(await waitingCount()).toBe(0);
  expect((await desk.ask(takeOverTask, { taskId, reason }, ana)).status).toBe(403);
});

test('R-051 A supervisor sends a held or parked task back to its queue', async () => {
  await desk.done(sendBackTask, { taskId, reason }, max);
  expect(await row()).toMatchObject({ status: 'waiting', held_by: null });
  expect(await waitingCount()).toBe(1);
  expect(await desk.ask(sendBackTask, { taskId, reason }, max)).toMatchObject(refused('only-a-task-in-hands-is-taken'));
  await desk.done(claimTask, { taskId }, ana);
  await desk.done(parkTask, { taskId }, ana);
  await desk.done(sendBackTask, { taskId, reason }, max);
  expect(await row()).toMatchObject({ status: 'waiting', parked_by: null });
});

test('R-051 A task is given to somebody whose hands are free and who serves its queue; its time begins anew', async () => {
  await desk.passes(100);
  await desk.done(assignTask, { taskId, to: ben.id, reason }, max);
  expect(await row()).toMatchObject({ status: 'held', held_by: ben.id });
  await desk.passes(119);
  await desk.settle();
  expect((await row())?.returns_at).toBeNull();
  await desk.passes(2);
  await desk.settle();
  expect((await row())?.returns_at).not.toBeNull();

  const other = await waitingTask(desk, queueId, letter('omar@customer.example'));
  expect(await desk.ask(assignTask, { taskId: other, to: ben.id, reason }, max)).toMatchObject(refused('assignee-has-a-free-place'));
  const cleo = await desk.person('Cleo Marsh', ['agent'], []);
  expect(await desk.ask(assignTask, { taskId: other, to: cleo.id, reason }, max)).toMatchObject(refused('assignee-may-take-the-task'));
  await desk.done(assignTask, { taskId: other, to: ana.id, reason }, max);
  expect(await waitingCount()).toBe(0);
});

test('R-079 A claim is taken back at once, leaving the task as it waited; not after a minute', async () => {
  await desk.done(undoClaim, { taskId }, ana);
  expect(await row()).toMatchObject({ status: 'waiting', held_by: null, idle_returns: 0 });
  expect(await waitingCount()).toBe(1);
  await desk.done(claimTask, { taskId }, ana);
  await desk.passes(61);
  expect(await desk.ask(undoClaim, { taskId }, ana)).toMatchObject(refused('claim-is-undone-at-once'));
});

const close = async () => {
  await desk.done(noteOnTask, { taskId, discussed: 'Told the price of a visit.' }, ana);
  await desk.done(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana);
};
const thread = async () => (await desk.pool.query<{ status: string }>('select c.status from conversations c join tasks t on t.conversation_id = c.id where t.id = $1', [taskId])).rows[0]?.status;

test('R-079 A close is taken back in time by whoever closed: the task is in their hands and its thread open', async () => {
  await close();
  expect(await thread()).toBe('closed');
  await desk.passes(290);
  expect(await desk.ask(undoClose, { taskId }, max)).toMatchObject(refused('own-close-is-undone'));
  await desk.done(undoClose, { taskId }, ana);
  expect(await row()).toMatchObject({ status: 'held', held_by: ana.id, closed_at: null, close_reason: null });
  expect(await thread()).toBe('open');
});

test('R-079 Too late, with full hands, or when the customer has written again, a close stays', async () => {
  await close();
  await desk.done(claimTask, { taskId: await waitingTask(desk, queueId, letter('omar@customer.example')) }, ana);
  expect(await desk.ask(undoClose, { taskId }, ana)).toMatchObject(refused('one-task-at-a-time'));
  const { rows } = await desk.pool.query<{ rfc_id: string }>('select rfc_id from messages m join tasks t on t.conversation_id = m.conversation_id where t.id = $1', [taskId]);
  await customerMails(desk, { ...letter(), answers: [String(rows[0]?.rfc_id)] });
  await desk.settle();
  await desk.passes(301);
  expect(await desk.ask(undoClose, { taskId }, ana)).toMatchObject({
    refused: [{ rule: 'close-is-undone-in-time' }, { rule: 'thread-has-no-newer-task' }, { rule: 'one-task-at-a-time' }],
  });
});

test('R-051 Giving back and finishing are two acts with two doors: the one leaves the work open, the other ends it', async () => {
  const [back] = await desk.done(returnTask, { taskId }, ana);
  expect(back).toMatchObject({ type: 'task.returned' });
  expect(await thread()).toBe('open');
  await desk.done(claimTask, { taskId }, ana);
  await close();
  expect(await row()).toMatchObject({ status: 'closed', close_reason: 'provided-information', ending: ENDING });
});
