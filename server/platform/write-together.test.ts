import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hang, light, openLamps, system } from '@firstline/testing/lamps.ts';
import { rowChanged } from './fragment.ts';
import type { Entry } from './journal.ts';
import { Moved, writeTogether } from './write-together.ts';

let lamps: Awaited<ReturnType<typeof openLamps>>;
beforeEach(async () => {
  lamps = await openLamps();
});
afterEach(() => lamps.close());

const hangAll = (ids: readonly string[]) =>
  Promise.all(ids.map((lampId) => lamps.desk.run(hang, { lampId }, system, { commandId: randomUUID() })));
const lightAll = (ids: readonly string[]) =>
  Promise.all(ids.map((lampId) => lamps.desk.run(light, { lampId, wish: `for ${lampId}` }, system, { commandId: randomUUID() })));
const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await lamps.pool.query<Row>(sql)).rows;

const lit = rowChanged('lamps', { version: 'integer', lit: 'boolean' });
const entry = (subjectId: string, version: number): Entry => ({
  at: '2026-01-01T00:00:00.000Z', subject: 'lamp', subject_id: subjectId, version, type: 'lamp.lit', by: 'ana', command_id: subjectId,
  audience: [], outline: [], body: {}, personal: null, salt: null,
});
const writing = (id: string, version: number) => ({
  conditional: [lit([version + 1, true], id, version)], free: [], entries: [entry(id, version + 1), entry(id, version + 2)], jobs: [],
});

test('P2 those who write in the same moment share one commit', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  await hangAll(ids);
  await lightAll(ids);
  const commits = await rows<{ type: string; commits: number; lamps: number }>(
    `select type, count(distinct xmin::text)::int as commits, count(*)::int as lamps from journal_inbox group by type order by type`,
  );
  expect(commits).toEqual([{ type: 'lamp.hung', commits: 1, lamps: 5 }, { type: 'lamp.lit', commits: 1, lamps: 5 }]);
  expect(await rows('select id, version, lit from lamps order by id')).toEqual(ids.map((id) => ({ id, version: 2, lit: true })));
});

test('P2 a batch that waits holds up no other, only those who want its rows', async () => {
  await hangAll(['a', 'b']);
  const other = await lamps.pool.connect();
  await other.query(`begin; select from lamps where id = 'a' for update`);
  const done: string[] = [];
  const write = (name: string, version: number) => writeTogether(lamps.pool, writing(name, version)).then(() => done.push(name), () => done.push(`${name} moved`));
  const first = write('a', 1);
  await new Promise((turn) => setImmediate(turn));
  const again = write('a', 1);
  await write('b', 1);
  expect(done).toEqual(['b']);
  await other.query('commit');
  other.release();
  await Promise.all([first, again]);
  expect(done).toEqual(['b', 'a', 'a moved']);
});

test('R2 whose row moved has written nothing, and the others have, each with their entries in order', async () => {
  await hangAll(['a', 'b', 'c']);
  await lamps.pool.query('truncate journal_inbox');
  const [a, b, c] = await Promise.allSettled([writing('c', 1), writing('b', 99), writing('a', 1)].map((one) => writeTogether(lamps.pool, one)));
  expect([a?.status, c?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(b).toMatchObject({ status: 'rejected', reason: expect.any(Moved) as Moved });
  expect(await rows('select subject_id, version from journal_inbox order by id')).toEqual([
    { subject_id: 'a', version: 2 }, { subject_id: 'a', version: 3 }, { subject_id: 'c', version: 2 }, { subject_id: 'c', version: 3 },
  ]);
});

test('R2 of those who change one row in the same moment the first has it', async () => {
  await hangAll(['a']);
  const all = await Promise.allSettled(Array.from({ length: 4 }, () => writeTogether(lamps.pool, writing('a', 1))));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
});

test('what the schema refuses to one is not the trouble of the others', async () => {
  await hangAll(['a']);
  const outcomes = await hangAll(['b', 'a', 'c']);
  expect(outcomes.map(({ status }) => status)).toEqual([200, 409, 200]);
  expect((await rows<{ id: string }>('select id from lamps order by id')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('R3 one key that comes twice at once, among others, is one asking', async () => {
  await hangAll(['a', 'b']);
  const twice = await Promise.all(['a', 'b', 'a'].map((lampId) => lamps.desk.run(light, { lampId, wish: '' }, system, { commandId: `light ${lampId}` })));
  expect(twice.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(twice[2]).toEqual(twice[0]);
  expect(await rows(`select type from journal_inbox where type = 'lamp.lit'`)).toHaveLength(2);
});

test('nothing that is written together is changed on the way', async () => {
  const ids = ['"', '\\', '{a,b}', "'", 'NULL', 'ü\n🙂', ''];
  await hangAll(ids);
  await lightAll(ids);
  const told = await rows<Entry>(`select subject_id, audience, outline, body, personal, salt from journal_inbox where type = 'lamp.lit' order by id`);
  expect(told.map(({ subject_id, audience, outline, body, personal }) => ({ subject_id, audience, outline, body, personal }))).toEqual(
    ids.toSorted().map((id) => ({ subject_id: id, audience: [`lamp:${id}`], outline: ['everyone'], body: { lampId: id }, personal: { wish: `for ${id}` } })),
  );
  expect((await rows('select salt from journal_inbox where salt is null')).length).toBe(ids.length);
  const answers = await rows<{ answer: string }>(`select answer from commands where answer like '%lamp.lit%'`);
  expect(answers.map(({ answer }) => (JSON.parse(answer) as { done: [{ lampId: string }] }).done[0].lampId).toSorted()).toEqual(ids.toSorted());
});
