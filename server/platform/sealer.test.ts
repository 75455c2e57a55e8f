import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hang, light, openLamps, system } from '@firstline/testing/lamps.ts';
import { faultIn, FIRST_HASH, type Sealed } from './journal.ts';
import { seal } from './sealer.ts';

let lamps: Awaited<ReturnType<typeof openLamps>>;
beforeEach(async () => {
  lamps = await openLamps();
});
afterEach(() => lamps.close());

const sealAll = async (): Promise<void> => {
  while ((await seal(lamps.pool, lamps.desk.parts.tally)) > 0);
};
const journal = async (): Promise<Sealed[]> => (await lamps.pool.query<Sealed>('select * from journal order by seq')).rows;
const hangAndLight = async (id: string): Promise<void> => {
  await lamps.desk.run(hang, { lampId: id }, system, { commandId: randomUUID() });
  await lamps.desk.run(light, { lampId: id, wish: `wish of ${id}` }, system, { commandId: randomUUID() });
};

test('X6 numbers are gapless, the chain holds, and each subject keeps its order, whoever seals', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `lamp-${n}`);
  let working = true;
  const sealers = [1, 2, 3].map(async () => {
    while (working) await seal(lamps.pool, lamps.desk.parts.tally);
  });
  await Promise.all(ids.map(hangAndLight));
  working = false;
  await Promise.all(sealers);
  await sealAll();

  const run = await journal();
  expect(run.map(({ seq }) => seq)).toEqual(run.map((_, n) => n + 1));
  expect(run).toHaveLength(80);
  expect(faultIn(run, 0, FIRST_HASH)).toBeUndefined();
  for (const id of ids) expect(run.filter(({ subject_id }) => subject_id === id).map(({ version }) => version)).toEqual([1, 2]);
});

test('R4 of two commits the one that began first and ended last is not skipped', async () => {
  const slow = await lamps.pool.connect();
  await slow.query('begin');
  await slow.query(`insert into journal_inbox (at, subject, subject_id, version, type, by, command_id, audience, outline, body)
    values (now(), 'lamp', 'slow', 1, 'lamp.hung', 'system', 'x', '{}', '{}', '{}')`);
  await hangAndLight('quick');
  await sealAll();
  expect((await journal()).map(({ subject_id }) => subject_id)).toEqual(['quick', 'quick']);
  await slow.query('commit');
  slow.release();
  await sealAll();
  expect((await journal()).map(({ subject_id }) => subject_id)).toEqual(['quick', 'quick', 'slow']);
});

test('the badges are counted as the journal is sealed', async () => {
  await Promise.all(['a', 'b', 'c'].map(hangAndLight));
  await sealAll();
  const { rows } = await lamps.pool.query('select topic, name, n from counters');
  expect(rows).toEqual([{ topic: 'house', name: 'lit', n: 3 }]);
});

test('C1 whoever changes, moves, takes out or re-dates an entry is found, and where', async () => {
  await Promise.all(['a', 'b', 'c'].map(hangAndLight));
  await sealAll();
  const run = await journal();
  const changed = (n: number, with_: Partial<Sealed>): Sealed[] => run.map((entry, at) => (at === n ? { ...entry, ...with_ } : entry));
  expect(faultIn(run, 0, FIRST_HASH)).toBeUndefined();
  expect(faultIn(changed(2, { by: 'nobody' }), 0, FIRST_HASH)).toBe('number 3 was changed');
  expect(faultIn(changed(2, { at: '2020-01-01T00:00:00.000Z' }), 0, FIRST_HASH)).toBe('number 3 was changed');
  expect(faultIn(changed(1, { body: { forged: true } }), 0, FIRST_HASH)).toBe('number 2 was changed');
  expect(faultIn([...run.slice(0, 2), ...run.slice(3)], 0, FIRST_HASH)).toBe('number 3 is missing');
  const personal = run.findIndex((entry) => entry.personal);
  expect(faultIn(changed(personal, { personal: { wish: 'other' } }), 0, FIRST_HASH)).toContain('personal part');
});

test('C8 a person is erased by emptying their column, and the chain still holds', async () => {
  await hangAndLight('a');
  await sealAll();
  await lamps.pool.query('update journal set personal = null, salt = null');
  const run = await journal();
  expect(JSON.stringify(run)).not.toContain('wish of a');
  expect(faultIn(run, 0, FIRST_HASH)).toBeUndefined();
});

test('R-171 nobody changes the journal, not even by hand', async () => {
  await hangAndLight('a');
  await sealAll();
  for (const sql of [`update journal set by = 'x'`, 'delete from journal', 'truncate journal', `update journal set personal = '{}'`])
    await expect(lamps.pool.query(sql), sql).rejects.toThrow('append-only');
});
