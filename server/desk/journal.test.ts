import type { RuleCase, Told } from '@firstline/contract/desk.ts';
import { SKILLS } from '@firstline/domain/desk/skills.ts';
import { openKeeperDesk, type KeeperDesk } from '@firstline/testing/keeper-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let desk: KeeperDesk;
beforeEach(async () => {
  desk = await openKeeperDesk();
});
afterEach(() => desk.close());

const read = <Answer>(name: string, input: object = {}): Promise<Answer> => desk.read(name, input, desk.keeper);
const setNumber = (value: number) => desk.ask(desk.named('desk.setNumber'), { name: 'contactTries', value }, desk.keeper);
type Page = { entries: Told[]; next?: number; names: Record<string, string> };
type Cases = { cases: RuleCase[]; next?: number; names: Record<string, string> };

test('R-171 Each change of a setting stands in the audit log with who and when, and is found by subject, person and time', async () => {
  await setNumber(4);
  await desk.passes(3600);
  await setNumber(5);
  await desk.settle();
  const all = await read<Page>('desk.journal', { subjectId: 'house' });
  expect(all.entries.map(({ type, event }) => [type, event.value])).toEqual([['house.numberSet', 5], ['house.numberSet', 4], ['house.founded', undefined]]);
  expect(all.entries.every(({ by }) => by === desk.keeper.id)).toBe(true);
  expect(all.names[desk.keeper.id]).toBe('Max Obi');
  const at = all.entries[0]?.at;
  expect((await read<Page>('desk.journal', { subjectId: 'house', from: at })).entries).toHaveLength(1);
  expect((await read<Page>('desk.journal', { subjectId: 'house', to: at })).entries).toHaveLength(2);
  expect((await read<Page>('desk.journal', { personId: 'nobody' })).entries).toEqual([]);
  const first = await read<Page>('desk.journal', { personId: desk.keeper.id, limit: 2 });
  expect(first.entries).toHaveLength(2);
  expect((await read<Page>('desk.journal', { personId: desk.keeper.id, limit: 2, before: first.next })).entries.map(({ type }) => type)).toEqual(['house.founded']);
});

test('R-171 An entry about a list carries what the list was before: as shipped first, then as it was set last', async () => {
  const items = (rank: number) => [{ id: 'normal', label: 'Normal', rank }];
  await desk.done(desk.named('desk.setList'), { name: 'criticality', items: items(10) }, desk.keeper);
  await desk.done(desk.named('desk.setList'), { name: 'skills', items: [{ id: 'gas', label: 'Gas' }] }, desk.keeper);
  await desk.done(desk.named('desk.setList'), { name: 'criticality', items: items(20) }, desk.keeper);
  await desk.done(desk.named('desk.setList'), { name: 'criticality' }, desk.keeper);
  await desk.settle();
  const { entries } = await read<Page>('desk.journal', { subjectId: 'house', limit: 4 });
  expect(entries.map(({ list }) => [list?.before.map(({ id }) => id).join(' '), list?.after.map(({ id }) => id).join(' ')])).toEqual([
    ['normal', 'critical high normal low'],
    ['normal', 'normal'],
    [SKILLS.map(({ id }) => id).join(' '), 'gas'],
    ['critical high normal low', 'normal'],
  ]);
  expect(entries[1]?.list).toEqual({ before: items(10), after: items(20) });
});

test('R-171 Of many entries each question is found by an index', async () => {
  await desk.pool.query('alter table journal disable trigger user');
  await desk.pool.query(
    `insert into journal (seq, at, subject, subject_id, version, type, by, command_id, audience, outline, body, hash)
     select 1000 + n, desk_now() - n * interval '1 minute', case when n % 50 = 0 then 'refusal' else 'task' end, 'task-' || n, 1, 'task.claimed', 'p' || n % 500, 'c', '{}', '{}', '{}', 'h'
     from generate_series(1, 30000) n; analyze journal`,
  );
  const plan = async (where: string) => {
    const { rows } = await desk.pool.query<Record<string, string>>(`explain select * from journal where ${where} order by seq desc limit 51`);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  };
  expect(await plan(`subject_id = 'task-7'`)).toContain('journal_subject_id_version_subject_key');
  expect(await plan(`by = 'p7'`)).toContain('journal_by');
  expect(await plan(`subject in ('refusal', 'acknowledgement') and seq >= 30900`)).toContain('journal_judged');
  expect(await plan('true')).toContain('journal_pkey');
});

test('R-327 How often a rule stopped somebody this week is counted, with the cases, and an older one is not', async () => {
  const add = (name: string, initials: string) => desk.ask(desk.named('desk.addPerson'), { name, email: `${initials}@house.example`, initials, roles: ['agent'], queueIds: [] }, desk.keeper);
  await add('Ana Lopez', 'AL');
  await add('Al Stone', 'al');
  await desk.settle();
  await desk.passes(6 * 24 * 3600);
  await add('Abe Lund', 'AL');
  await desk.settle();
  const rule = 'initials-are-unique';
  expect((await read<{ rules: object }>('desk.ruleUse')).rules).toEqual({ [rule]: { stopped: 2, passed: 0 }, 'one-person-per-email': { stopped: 2, passed: 0 } });
  const { cases, names } = await read<Cases>('desk.ruleCases', { rule });
  expect(cases).toMatchObject([
    { by: desk.keeper.id, what: 'stopped', command: 'desk.addPerson', input: { name: 'Abe Lund' } },
    { input: { name: 'Al Stone' } },
  ]);
  expect(names[desk.keeper.id]).toBe('Max Obi');
  await desk.passes(2 * 24 * 3600);
  expect((await read<Cases>('desk.ruleCases', { rule })).cases.map(({ input }) => input?.name)).toEqual(['Abe Lund']);
  const page = await read<Cases>('desk.ruleCases', { rule, limit: 1 });
  expect(page.next).toBeUndefined();
});

test('R-327 The level of a queue can be taken away again, and then the queue follows the house', async () => {
  const queueId = await desk.queue();
  const rule = 'no-emoji-in-email';
  await desk.done(desk.named('desk.setRuleLevel'), { rule, level: 'off', queueId }, desk.keeper);
  await desk.done(desk.named('desk.setRuleLevel'), { rule, level: 'warned' }, desk.keeper);
  await desk.done(desk.named('desk.setRuleLevel'), { rule, queueId }, desk.keeper);
  const { rows } = await desk.pool.query('select levels, queue_levels from houses');
  expect(rows).toEqual([{ levels: { [rule]: 'warned' }, queue_levels: { [queueId]: {} } }]);
});
