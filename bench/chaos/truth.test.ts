import { customerMails, letter } from '@firstline/testing/cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { truthOf } from './truth.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  const queueId = await desk.queue();
  const ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  for (const name of ['dana', 'eli']) await customerMails(desk, letter(`${name}@customer.example`));
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string }>('select id from tasks');
  await desk.done(claimTask, { taskId: rows[0]?.id }, ana);
});
afterEach(() => desk.close());

const tampered = async (...sql: string[]): Promise<string[]> => {
  for (const statement of sql) await desk.pool.query(statement);
  return (await truthOf(desk.url)).faults;
};
const UNGUARDED = 'alter table journal disable trigger journal_append_only';

test('A desk that nobody touched is right, also while something has no number yet', async () => {
  const truth = await truthOf(desk.url);
  expect(truth.faults).toEqual([]);
  expect(truth.unsealed).toBe(1);
  await desk.settle();
  expect(await truthOf(desk.url)).toMatchObject({ faults: [], unsealed: 0 });
});

test.each<[string, string[], RegExp]>([
  ['a row that was changed', [`update tasks set notes = '[{}]' where status = 'held'`], /the row is not what the journal tells/],
  ['a row that is gone', [`delete from messages where id = (select id from messages limit 1)`], /there is no row/],
  ['a row nobody told of', [`insert into queues (id, version, name, status) values ('q', 1, 'Roofs', 'open')`], /the row is not what the journal tells/],
  ['a badge that is wrong', [`update counters set n = n + 1`], /the badge says/],
  ['a journal with a hole', [UNGUARDED, `delete from journal where seq = 2`], /number 2 is missing/],
  ['a journal that was written over', [UNGUARDED, `update journal set by = 'nobody' where seq = 3`], /number 3 was changed/],
  ['personal words that were changed', [UNGUARDED, `update journal set personal = '{"name": "Somebody"}' where seq = (select max(seq) from journal where personal is not null)`], /personal part/],
  [
    'a task that was claimed from under its holder',
    [UNGUARDED, `insert into journal select (jsonb_populate_record(null::journal, to_jsonb(first) || '{"id": "later", "seq": 99, "version": 99, "by": "somebody"}')).* from journal as first where type = 'task.claimed'`],
    /somebody claimed it while .+ held it/,
  ],
  [
    'somebody who holds two tasks',
    ['drop index tasks_one_per_place', `update tasks set status = 'held', held_since = desk_now(), slot = 1, held_by = (select held_by from tasks where status = 'held') where status = 'waiting'`],
    /holds 2 tasks/,
  ],
])('It is seen: %s', async (_, sql, said) => {
  await desk.settle();
  expect((await tampered(...sql)).join('\n')).toMatch(said);
});
