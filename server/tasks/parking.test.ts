import type { Actor } from '@firstline/domain/desk/role.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimTask } from './commands/claim-task.ts';
import { parkTask } from './commands/park-task.ts';
import { mine } from './queries/mine.ts';

let desk: TestDesk;
let ana: Actor;
let ben: Actor;
let first: ReturnType<typeof letter>;
let queueId = '';
let taskId = '';

beforeEach(async () => {
  desk = await openDesk();
  queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  first = letter();
  taskId = await taskOf(first);
  await desk.done(claimTask, { taskId }, ana);
  await desk.stopClock();
});
afterEach(() => desk.close());

const taskOf = async (mail: ReturnType<typeof letter>): Promise<string> => {
  await customerMails(desk, mail);
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string }>('select id from tasks order by opened_at desc, id desc limit 1');
  return rows[0]?.id ?? '';
};
const row = async () => (await desk.pool.query<Record<string, string | null>>('select * from tasks where id = $1', [taskId])).rows[0];
const answers = async (automatic = false) => {
  await customerMails(desk, { ...letter(first.from, 'Tuesday suits me.'), answers: [first.rfcId], automatic });
  await desk.settle();
};
const waitingCount = async () => (await desk.pool.query<{ n: number }>(`select n from counters where topic = $1 and name = 'waiting'`, [`queue:${queueId}`])).rows[0]?.n;

test('R-055 R-056 A parked task frees the place of its agent, is never asked about, and comes back into their hands with the answer', async () => {
  await desk.done(parkTask, { taskId }, ana);
  expect(await row()).toMatchObject({ status: 'parked', parked_by: ana.id, held_by: null, slot: null });
  await desk.passes(3600);
  await desk.settle();
  expect(await row()).toMatchObject({ status: 'parked', returns_at: null, idle_returns: 0 });
  await answers(true);
  expect((await row())?.status, 'an auto-reply is no answer').toBe('parked');
  await answers();
  expect(await row()).toMatchObject({ status: 'held', held_by: ana.id, came_back: 'reply', parked_by: null });
});

test('R-056 It comes back at the chosen time even without an answer, and not before', async () => {
  const { rows } = await desk.pool.query<{ at: string }>(`select desk_now() + interval '2 hours' as at`);
  await desk.done(parkTask, { taskId, until: rows[0]?.at }, ana);
  await desk.passes(7000);
  await desk.settle();
  expect((await row())?.status).toBe('parked');
  await desk.passes(300);
  await desk.settle();
  expect(await row()).toMatchObject({ status: 'held', held_by: ana.id, came_back: 'due' });
});

test('R-082 A task that came back is asked about like any other, from zero', async () => {
  await desk.done(parkTask, { taskId }, ana);
  await desk.passes(600);
  await answers();
  await desk.passes(119);
  await desk.settle();
  expect((await row())?.returns_at).toBeNull();
  await desk.passes(2);
  await desk.settle();
  expect((await row())?.returns_at).not.toBeNull();
});

test('R-056 Whose hands are full gets it first, with a flag; after the set time anybody may take it', async () => {
  await desk.done(parkTask, { taskId }, ana);
  await desk.done(claimTask, { taskId: await taskOf(letter('omar@customer.example')) }, ana);
  await answers();
  expect(await row()).toMatchObject({ status: 'waiting', reserved_for: ana.id, came_back: 'reply', held_by: null });
  expect(await waitingCount()).toBe(1);
  const work = await mine.answer(desk, {}, ana);
  expect(work).toMatchObject({ parked: [{ id: taskId }] });
  expect(await desk.ask(claimTask, { taskId }, ben)).toMatchObject({ status: 422, refused: [{ rule: 'parked-task-comes-back-to-its-agent' }] });
  await desk.passes(30 * 60 + 1);
  await desk.settle();
  expect(await row()).toMatchObject({ status: 'waiting', reserved_for: null });
  expect((await desk.ask(claimTask, { taskId }, ben)).status).toBe(200);
});

test('R-055 A parked task stays with its agent: a colleague is told who waits, the agent may take it back', async () => {
  await desk.done(parkTask, { taskId }, ana);
  const refused = await desk.ask(claimTask, { taskId }, ben);
  expect(refused).toMatchObject({ refused: [{ rule: 'parked-task-comes-back-to-its-agent', because: expect.stringContaining('Ana Reyes waits for an answer') as string }] });
  expect(await mine.answer(desk, {}, ana)).toMatchObject({ held: [], parked: [{ id: taskId }], recent: [] });
  await desk.done(claimTask, { taskId }, ana);
  expect(await row()).toMatchObject({ status: 'held', held_by: ana.id, parked_by: null });
  await desk.settle();
  expect(await waitingCount()).toBe(0);
});

test('R-056 When its agent has left the house, a task that comes back is for all at once', async () => {
  await desk.done(parkTask, { taskId }, ana);
  await desk.pool.query(`update people set status = 'disabled' where id = $1`, [ana.id]);
  await answers();
  expect(await row()).toMatchObject({ status: 'waiting', reserved_for: null });
  expect((await desk.ask(claimTask, { taskId }, ben)).status).toBe(200);
});
