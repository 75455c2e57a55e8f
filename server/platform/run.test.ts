import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hang, light, openLamps, putOut, system, type Lamp } from '@firstline/testing/lamps.ts';
import type { Entry } from './journal.ts';
import { write } from './write.ts';

let lamps: Awaited<ReturnType<typeof openLamps>>;
beforeEach(async () => {
  lamps = await openLamps();
  await lamps.desk.run(hang, { lampId: 'a' }, system, { commandId: randomUUID() });
});
afterEach(() => lamps.close());

const ask = (commandId: string, wish = 'rain', acknowledged: string[] = []) =>
  lamps.desk.run(light, { lampId: 'a', wish }, system, { commandId, acknowledged });
const inbox = async (): Promise<Entry[]> => (await lamps.pool.query<Entry>('select * from journal_inbox order by id')).rows;
const lamp = async (): Promise<Lamp | undefined> => (await lamps.pool.query<Lamp>(`select * from lamps where id = 'a'`)).rows[0];

test('R3 of many who ask the same thing at once exactly one is answered yes', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(randomUUID())));
  expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(outcomes.filter(({ status }) => status === 422)).toHaveLength(19);
  expect((await lamp())?.version).toBe(2);
});

test('R3 the same key at once many times is one asking', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask('the same key')));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect((await inbox()).map(({ type }) => type)).toEqual(['lamp.hung', 'lamp.lit']);
});

test('R3 a key that was used for something else is refused, and nothing happens', async () => {
  await ask('my key', 'rain');
  expect(await ask('my key', 'sun')).toEqual({ status: 409, because: 'other-input' });
  expect(await inbox()).toHaveLength(2);
});

test('R3 what somebody at the database keeps locked is busy, not broken, and done when asked again', async () => {
  const hand = await lamps.pool.connect();
  await hand.query(`begin; select from lamps where id = 'a' for update`);
  await lamps.pool.query(`set lock_timeout = '20ms'`);
  const [meanwhile] = await Promise.allSettled([ask('my key')]);
  await hand.query('rollback');
  hand.release();
  expect(meanwhile).toMatchObject({ value: { status: 409, because: 'busy' } });
  expect(await ask('my key')).toMatchObject({ status: 200 });
  expect((await inbox()).map(({ type }) => type)).toEqual(['lamp.hung', 'lamp.lit']);
});

test('a refusal is told with the facts it was judged on, and answered the same when asked again later', async () => {
  await ask(randomUUID());
  const refused = await ask('late');
  expect(refused).toMatchObject({ status: 422, refused: [{ rule: 'lamp-is-dark', level: 'enforced' }, { rule: 'not-twice' }] });
  await lamps.desk.run(putOut, { lampId: 'a' }, system, { commandId: randomUUID() });
  expect(await ask('late')).toEqual(refused);
  const told = (await inbox()).find(({ type }) => type === 'command.refused');
  expect(told?.body).toMatchObject({ command: 'lamps.light', rules: ['lamp-is-dark', 'not-twice'] });
  expect(told?.personal).toMatchObject({ facts: { lamp: { id: 'a', lit: true } } });
});

test('a warning stops once, is passed by somebody who says so, and the journal keeps that', async () => {
  await ask(randomUUID());
  await lamps.desk.run(putOut, { lampId: 'a' }, system, { commandId: randomUUID() });
  expect(await ask(randomUUID())).toMatchObject({ status: 422, refused: [{ rule: 'not-twice', level: 'warned' }] });
  expect(await ask(randomUUID(), 'rain', ['not-twice'])).toMatchObject({ status: 200 });
  expect((await inbox()).map(({ type }) => type)).toContain('command.acknowledged');
});

test('an enforced rule is not passed by naming it', async () => {
  await ask(randomUUID());
  expect(await ask(randomUUID(), 'rain', ['lamp-is-dark', 'not-twice'])).toMatchObject({ status: 422 });
});

test('what was only looked at also may not move meanwhile', async () => {
  const look = { sql: 'select 1 from lamps where id = ? and version = ? for share', values: ['a', 99] };
  const writing = { conditional: [look], free: [{ sql: `delete from lamps where id = ?`, values: ['a'] }], entries: [], jobs: [] };
  await expect(write(lamps.pool, writing)).rejects.toMatchObject({ code: 'FL001' });
  expect(await lamp()).toBeDefined();
});

test('a subject that is not there is not there, and a role that may not is told so before anything is read', async () => {
  const nowhere = await lamps.desk.run(light, { lampId: 'b', wish: '' }, system, { commandId: randomUUID() });
  expect(nowhere).toEqual({ status: 404 });
  const stranger = { ...system, roles: ['reviewer' as const] };
  expect(await lamps.desk.run(light, { lampId: 'a', wish: '' }, stranger, { commandId: randomUUID() })).toEqual({ status: 403 });
});

test('what is personal stands apart in the journal, with its salt', async () => {
  await ask(randomUUID(), 'a dry summer');
  const [, lit] = await inbox();
  expect(JSON.stringify(lit?.body)).not.toContain('dry');
  expect(lit?.personal).toEqual({ wish: 'a dry summer' });
  expect(lit?.salt).toMatch(/^[0-9a-f]{32}$/);
});
