import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { automaticBackup, backup } from './backup.ts';
import { BUILD, everythingIn, NEXT_BUILD, workbench } from './backup.trials.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';

const { folder, build, empty, filled, clear } = workbench();
const ROOT = join(import.meta.dirname, '..', '..', '..');

afterEach(clear);

test('A restored backup has every row, every sequence and every guard of the database it was made of', async () => {
  const [before, after] = await Promise.all([filled(), empty()]);
  const file = join(folder(), 'desk.backup.gz');
  expect(await backup(before.url, file)).toEqual({ file, tables: 6, rows: 19 });
  expect(await restore(after.url, file, { root: build(BUILD) })).toEqual({ tables: 6, rows: 19, migrated: [] });

  const was = await everythingIn(before.pool);
  expect(was.people).toHaveLength(5);
  expect(await everythingIn(after.pool)).toEqual(was);
  const { rows } = await after.pool.query('insert into tasks (held_by) values (1) returning id');
  expect(rows).toEqual([{ id: 5 }]);
});

test('An old backup is brought forward to the schema of this build', async () => {
  const [before, after] = await Promise.all([filled(), empty()]);
  const file = join(folder(), 'desk.backup.gz');
  await backup(before.url, file);
  expect(await restore(after.url, file, { root: build(NEXT_BUILD) })).toMatchObject({ migrated: ['0003-more'] });
  expect((await after.pool.query('select distinct role from people')).rows).toEqual([{ role: 'agent' }]);
  expect(await migrate(after.pool, { root: build(NEXT_BUILD) })).toEqual({ applied: [] });
});

test('The tables of the desk itself go into a backup and come back', async () => {
  const [before, after] = await Promise.all([empty(), empty()]);
  await migrate(before.pool, { root: ROOT });
  await before.pool.query(`insert into counters (topic, name, n) values ('queue', 'waiting', 7)`);
  const file = join(folder(), 'desk.backup.gz');
  await backup(before.url, file);
  await restore(after.url, file, { root: ROOT });
  expect(await everythingIn(after.pool)).toEqual(await everythingIn(before.pool));
});

test('A backup shows one moment, although the desk goes on working', async () => {
  const [before, after] = await Promise.all([filled(), empty()]);
  await before.pool.query(`insert into journal (said) select 'more' from generate_series(1, 20000)`);
  let done = false;
  const making = backup(before.url, join(folder(), 'desk.backup.gz')).finally(() => (done = true));
  for (let n = 1000; !done; n++) {
    await before.pool.query(`with person as (insert into people values (${n}, 'new') returning id) insert into empty select id from person`);
  }
  await restore(after.url, (await making).file, { root: build(BUILD) });
  const { rows } = await after.pool.query(`select (select count(*) from empty) = (select count(*) from people where name = 'new') as same`);
  expect(rows).toEqual([{ same: true }]);
});

test('A backup is for its owner only and never overwrites another', async () => {
  const { url } = await filled();
  const file = join(folder(), 'desk.backup.gz');
  await backup(url, file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(backup(url, file)).rejects.toThrow(/already there/);
});

test('A backup that breaks off leaves no file behind', async () => {
  const place = folder();
  await expect(backup((await empty()).url, join(place, 'desk.backup.gz'))).rejects.toThrow(/nothing to back up/);
  expect(readdirSync(place)).toEqual([]);
});

test('Of the automatic backups the newest five stay, and nobody else\'s file is touched', async () => {
  const { url } = await filled();
  const place = folder();
  writeFileSync(join(place, 'mine.backup.gz'), '');
  const made = [];
  for (let n = 0; n < 7; n++) made.push((await automaticBackup(url, place)).file);
  expect(readdirSync(place).map((name) => join(place, name)).sort()).toEqual([...made.slice(2), join(place, 'mine.backup.gz')].sort());
});

describe('Nothing is restored', () => {
  test('from a backup that was cut anywhere', async () => {
    const { whole, refused } = await trial();
    for (const part of [0, 0.1, 0.5, 0.9, 0.99]) await refused(whole.subarray(0, whole.length * part), /not a whole and unchanged/);
    await refused(whole.subarray(0, -1), /not a whole and unchanged/);
  });

  test('from a backup that was changed anywhere', async () => {
    const { whole, refused } = await trial();
    for (const part of [0.2, 0.6, 0.95]) {
      const changed = Buffer.from(whole);
      changed[Math.floor(changed.length * part)]! ^= 0x10;
      await refused(changed, /not a whole and unchanged/);
    }
  });

  test('from a backup that was unpacked, edited and packed again', async () => {
    const { whole, refused } = await trial();
    const text = gunzipSync(whole).toString();
    for (const edited of [text.replace('Ana', 'Eva'), text.replace('line 3\n', ''), `${text}{}\n`, `${text}x`, text.split('\n').slice(0, -2).join('\n')]) {
      expect(edited).not.toBe(text);
      await refused(gzipSync(edited), /not a whole and unchanged/);
    }
    await refused(Buffer.from('something else'), /not a whole and unchanged/);
  });

  test('when the row counts or the newest schema do not fit', async () => {
    const { whole, refused } = await trial();
    await refused(whole, /comes from a newer Firstline \(0001-awkward\)/, build({ 'desk/0003-other.sql': 'select 1' }));
    await refused(whole, /reads differently now/, build({ ...BUILD, 'tasks/0001-awkward.sql': 'select 1' }));
    await refused(whole, /0004-broken failed/, build({ ...BUILD, 'tasks/0004-broken.sql': 'select no_such_thing' }));
  });

  test('into a database that holds something', async () => {
    const database = await filled();
    const file = join(folder(), 'desk.backup.gz');
    await backup(database.url, file);
    const was = await everythingIn(database.pool);
    await expect(restore(database.url, file, { root: build(BUILD) })).rejects.toThrow(/already holds \d+ tables/);
    expect(await everythingIn(database.pool)).toEqual(was);
    await expect(restore(database.url, `${file}.elsewhere`, { root: build(BUILD) })).rejects.toThrow(/There is no backup at/);
  });
});

/** A whole backup, and what must hold for every spoilt one: refused in these words, and the database stays empty. */
const trial = async () => {
  const [before, after] = await Promise.all([filled(), empty()]);
  const { file } = await backup(before.url, join(folder(), 'desk.backup.gz'));
  const refused = async (bytes: Buffer, words: RegExp, root = build(BUILD)) => {
    writeFileSync(file, bytes);
    await expect(restore(after.url, file, { root })).rejects.toThrow(words);
    expect((await after.pool.query(`select from pg_class where relnamespace = 'public'::regnamespace`)).rowCount).toBe(0);
  };
  return { whole: readFileSync(file), refused };
};
