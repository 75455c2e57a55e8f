import type { Actor } from '@firstline/domain/desk/role.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { ENDING } from '@firstline/testing/at-work.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOT_THERE } from '../platform/command.ts';
import { addSubTask } from './commands/add-sub-task.ts';
import { claimTask } from './commands/claim-task.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { replyOnTask } from './commands/reply-on-task.ts';
import { resolveTask } from './commands/resolve-task.ts';
import { tickSubTask } from './commands/tick-sub-task.ts';

let desk: TestDesk;
let ana: Actor;
let ben: Actor;
let mia: Actor;
let taskId: string;

beforeEach(async () => {
  desk = await openDesk();
  const queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  ben = await desk.person('Ben Sato', ['agent'], [queueId]);
  mia = await desk.person('Mia Dorn', ['manager']);
  await desk.person('Zoe Quist', ['agent'], []);
  await customerMails(desk, letter());
  await desk.settle();
  taskId = (await desk.pool.query<{ id: string }>('select id from tasks')).rows[0]?.id ?? '';
  await desk.done(claimTask, { taskId }, ana);
  await desk.passes(1);
});
afterEach(() => desk.close());

const tables = async (names: string[]): Promise<string> =>
  JSON.stringify(await Promise.all(names.map(async (name) => (await desk.pool.query(`select * from ${name}`)).rows)));

test('R-162 A note without outcome or next step is flagged; whoever says so saves it all the same, and the journal keeps that', async () => {
  const bare = { taskId, discussed: 'No heat upstairs.' };
  expect(await desk.ask(noteOnTask, bare, ana)).toMatchObject({ status: 422, refused: [{ rule: 'note-says-how-it-goes-on', level: 'warned' }] });
  expect(await desk.ask(noteOnTask, bare, ana, ['note-says-how-it-goes-on'])).toMatchObject({ status: 200 });
  expect(await desk.ask(noteOnTask, { ...bare, agreed: 'Visit on Tuesday.' }, ana)).toMatchObject({ status: 200 });
  await desk.settle();
  const { rows } = await desk.pool.query<{ body: { rules?: string[] } }>(`select body from journal where type = 'command.acknowledged'`);
  expect(rows.map(({ body }) => body.rules)).toEqual([['note-says-how-it-goes-on']]);
});

test('R-163 Nothing of a note stands in what leaves for the customer, nor in what is known of customer and thread', async () => {
  const secret = 'Difficult customer, told off by @BS';
  await desk.done(noteOnTask, { taskId, discussed: secret, agreed: secret, mood: secret, special: secret }, ana);
  await desk.done(replyOnTask, { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We come on Tuesday.' }, ana);
  await desk.done(noteOnTask, { taskId, discussed: secret }, ana);
  await customerMails(desk, letter('dana@customer.example', 'Any news?'));
  await desk.settle();
  const outside = await tables(['messages', 'conversations', 'customers', 'attempts']);
  expect(outside).toContain('We come on Tuesday.');
  expect(outside).not.toContain('told off');
  const { rows } = await desk.pool.query<{ summary: unknown; notes: unknown }>('select summary, notes from tasks where id = $1', [taskId]);
  expect(JSON.stringify(rows[0]?.summary)).not.toContain('told off');
  expect(JSON.stringify(rows[0]?.notes)).toContain('told off');
  const jobs = await tables(['jobs']);
  expect(jobs).not.toContain('told off');
});

test('R-169 A colleague whose initials a note calls hears of it; who has no part in the queue does not', async () => {
  const done = await desk.done(noteOnTask, { taskId, discussed: 'Told the price. @BS please confirm; @bs, @ZQ, @AR, @MD, @XX.' }, ana);
  expect(done.filter(({ type }) => type === 'task.mentioned').map(({ personId }) => personId).sort()).toEqual([ben.id, mia.id].sort());
  await desk.settle();
  const { rows } = await desk.pool.query<{ audience: string[] }>(`select audience from journal where type = 'task.mentioned'`);
  expect(rows.flatMap(({ audience }) => audience).filter((topic) => topic.startsWith('person:')).sort()).toEqual([`person:${ben.id}`, `person:${mia.id}`].sort());
});

test('R-169 Who has no part in tasks is called by no note, and whoever writes it is told so before', async () => {
  await desk.person('Olga Tarr', ['administrator']);
  await desk.person('Uwe Vogt', ['administrator', 'agent'], []);
  const done = await desk.done(noteOnTask, { taskId, discussed: 'Told the price. @OT or @UV please look.' }, ana);
  expect(done.filter(({ type }) => type === 'task.mentioned')).toHaveLength(1);
  const asked = (initials: string, by = ana) => desk.read('tasks.called', { taskId, initials }, by);
  expect(await asked('OT,UV,AR,ZQ,bs')).toEqual({ called: [{ initials: 'BS', name: 'Ben Sato' }, { initials: 'UV', name: 'Uwe Vogt' }] });
  expect(await asked('BS', { ...ben, queueIds: [] })).toBe(NOT_THERE);
});

test('R-169 Whom a note called upon while they were away finds it when they come, by whom and on which task, until they looked', async () => {
  const found = (by = ben) => desk.read<{ mentions: object[]; names: object }>('tasks.mentions', {}, by);
  expect(await found()).toEqual({ mentions: [], names: {} });
  for (const discussed of ['Told the price. @BS please confirm.', 'And the day, @BS.']) await desk.done(noteOnTask, { taskId, discussed }, ana);
  await desk.passes(3 * 24 * 3600);
  await desk.settle();
  expect(await found()).toMatchObject({ mentions: [{ taskId, customerName: 'Dana Field', by: ana.id }], names: { [ana.id]: 'Ana Reyes' } });
  expect(await found(mia)).toMatchObject({ mentions: [] });
  // Who no longer serves the queue is told nothing of it.
  expect(await found({ ...ben, queueIds: [] })).toMatchObject({ mentions: [] });

  await desk.done(desk.named('tasks.seeMentions'), { taskId }, mia);
  expect((await found()).mentions).toHaveLength(1);
  await desk.done(desk.named('tasks.seeMentions'), { taskId }, ben);
  expect((await found()).mentions).toEqual([]);
});

test('R-164 R-170 No contact is finished without a note of its disposition', async () => {
  const close = () => desk.ask(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana);
  expect(await close()).toMatchObject({ status: 422, refused: [{ rule: 'final-note-after-last-contact' }] });
  await desk.done(noteOnTask, { taskId, discussed: 'Told the price.' }, ana);
  expect(await close()).toMatchObject({ status: 200 });
});

test('R-176 R-177 A task closes with open sub-tasks, and only what was ticked before the closing step counts as ticked', async () => {
  await desk.pool.query(`update tasks set sub_tasks = '[]'`);
  const add = async (title: string) => (await desk.done(addSubTask, { taskId, title }, ana))[0]?.subTaskId as string;
  const [early, late, again] = [await add('Find the answer'), await add('Ask whether it helped'), await add('Call back')];
  await add('Never done');
  await desk.done(tickSubTask, { taskId, subTaskId: early, done: true }, ana);
  await desk.done(tickSubTask, { taskId, subTaskId: late, done: true, atClosing: true }, ana);
  await desk.done(tickSubTask, { taskId, subTaskId: again, done: true, atClosing: true }, ana);
  await desk.done(tickSubTask, { taskId, subTaskId: again, done: false }, ana);
  await desk.done(noteOnTask, { taskId, discussed: 'Told the price.' }, ana);
  await desk.done(resolveTask, { taskId, reason: 'provided-information', ...ENDING }, ana);
  const share = desk.parts.queries.find(({ spec }) => spec.name === 'tasks.subTaskShare');
  const span = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  expect(await share?.answer(desk, span, mia)).toEqual({ tasks: 1, subTasks: 4, tickedBefore: 1 });
  expect(await share?.answer(desk, { ...span, from: span.to }, mia)).toEqual({ tasks: 0, subTasks: 0, tickedBefore: 0 });
});
