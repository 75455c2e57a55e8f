import { lists } from '@firstline/domain/desk/lists.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { listSetting } from '@firstline/contract/lists.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { openKeeperDesk, type KeeperDesk } from '@firstline/testing/keeper-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetHouse } from './house-of.ts';

let desk: KeeperDesk;
beforeEach(async () => {
  desk = await openKeeperDesk();
});
afterEach(() => desk.close());

const ask = (input: Record<string, unknown>) => desk.ask(desk.named('desk.setList'), input, desk.keeper);
const incident = { id: 'incident', label: 'Incident', rank: 5 };
const holding = () => (forgetHouse(desk), desk.house());

test('R-327 A list that is set holds instead of the shipped one, and the shipped one comes back', async () => {
  expect((await holding()).lists).toEqual(lists);
  expect(await ask({ name: 'taskTypes', items: [incident] })).toMatchObject({ status: 200 });
  expect((await holding()).lists).toEqual({ ...lists, taskTypes: [incident] });
  expect(await ask({ name: 'taskTypes' })).toMatchObject({ status: 200 });
  expect((await holding()).lists).toEqual(lists);
});

test('R-327 What comes in is given a kind and a rank of this house', async () => {
  await desk.queue();
  await ask({ name: 'taskTypes', items: [incident] });
  forgetHouse(desk);
  await customerMails(desk, letter());
  await desk.settle();
  expect((await desk.pool.query('select task_type, rank from tasks')).rows).toEqual([{ task_type: 'incident', rank: 300_005 }]);
});

test('R-327 An entry that is in use is retired, not removed; one that is not in use goes', async () => {
  await desk.queue();
  await customerMails(desk, letter());
  await desk.settle();
  const { rows } = await desk.pool.query<{ task_type: string }>('select task_type from tasks');
  const used = rows[0]?.task_type ?? '';
  const others = lists.taskTypes.filter(({ id }) => id !== used);
  expect(await ask({ name: 'taskTypes', items: others })).toMatchObject({ status: 422, refused: [{ rule: 'an-entry-in-use-stays' }] });
  const retired = lists.taskTypes.map((type) => (type.id === used ? { ...type, retired: true } : type));
  expect(await ask({ name: 'taskTypes', items: retired })).toMatchObject({ status: 200 });
  expect(await ask({ name: 'taskTypes', items: retired.filter(({ id }) => id === used || id === 'other') })).toMatchObject({ status: 200 });
});

test('R-327 A list takes whole entries, each with its own id, and leaves something to choose', () => {
  const taken = (items: unknown) => listSetting.safeParse({ name: 'taskTypes', items }).success;
  expect(taken([incident])).toBe(true);
  expect(taken([])).toBe(false);
  expect(taken([incident, incident])).toBe(false);
  expect(taken([{ ...incident, retired: true }])).toBe(false);
  expect(taken([{ ...incident, rank: 'first' }])).toBe(false);
  expect(taken([{ ...incident, id: 'In cident' }])).toBe(false);
  expect(taken([{ ...incident, label: '  ' }])).toBe(false);
  expect(taken([{ ...incident, more: 'than asked' }])).toBe(false);
  expect(listSetting.safeParse({ name: 'taskTypes' }).success).toBe(true);
  expect(listSetting.safeParse({ name: 'levels', items: [incident] }).success).toBe(false);
});

test('R-327 Only administrators change a list', async () => {
  const ana = await desk.person('Ana Reyes', ['agent', 'supervisor', 'manager']);
  const command = desk.named('desk.setList');
  expect(await desk.ask(command, { name: 'taskTypes', items: [incident] }, ana)).toEqual({ status: 403 });
  expect(voice('system').roles.some((role) => command.spec.who.includes(role))).toBe(false);
});
