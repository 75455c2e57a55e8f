import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { canReach } from './account.ts';
import { application, ask, cleanUp, furnishedFolder, isRoot, newFolder, ordinary, socketsOf, start, stopped, until } from './embedded.trials.ts';
import { isAlive, traceOfServer } from './running.ts';

vi.setConfig({ testTimeout: 60_000 }); // real processes on a machine that may be busy
afterEach(cleanUp);

test.runIf(isRoot)('Under root the database runs as nobody, even in a folder that only root may enter', async () => {
  const folder = newFolder();
  expect(canReach(ordinary, join(folder, 'postgres'))).toBe(false);

  const server = await start(folder);
  expect(statSync(`/proc/${server.pid}`).uid).toBe(ordinary?.uid);
  expect(readdirSync(folder).sort()).toEqual(['postgres', 'postgres.log']);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await ask(server.url, 'create table kept as select 1 as one');
  await server.stop();

  const again = await start(folder);
  expect(await ask(again.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test.runIf(isRoot)('Under root the data of an ordinary user stay with that user', async () => {
  const daemon = { uid: 1, gid: 1 };
  const folder = newFolder(daemon);
  await stopped(await application(folder, daemon));
  const server = await start(folder);
  expect(statSync(`/proc/${server.pid}`).uid).toBe(1);
  await server.stop();
  await stopped(await application(folder, daemon));
});

test('An ordinary user runs the database', async () => {
  const folder = newFolder(ordinary);
  const { server, child } = await application(folder, ordinary);
  expect(statSync(join(folder, 'postgres')).uid).toBe(ordinary?.uid ?? process.getuid?.());
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stopped({ server, child });
  expect(isAlive(server.pid)).toBe(false);
});

test.runIf(isRoot)('Data of somebody else are refused with the way out', async () => {
  const { folder, data } = await furnishedFolder();
  chownSync(folder, ordinary?.uid ?? 0, ordinary?.gid ?? 0);
  chownSync(data, 12_345, 12_345);
  await expect(application(folder, ordinary)).rejects.toThrow(/belongs to another user \(uid 12345\).*sudo chown -R/);
});

describe('One database, several applications', () => {
  test('A killed application leaves its database running, and the next one takes it over', async () => {
    const { folder } = await furnishedFolder();
    const first = await application(folder);
    await ask(first.server.url, 'create table kept as select 1 as one');
    process.kill(-(first.child.pid as number), 'SIGKILL'); // the whole group, as Ctrl-C would
    await once(first.child, 'exit');

    const next = await start(folder);
    expect(next).toMatchObject({ adopted: true, pid: first.server.pid, url: first.server.url });
    expect(await ask(next.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await next.stop();
    expect(isAlive(first.server.pid)).toBe(false);
  });

  test('A second start on the same data shares the server, and the last one to stop ends it', async () => {
    const { folder } = await furnishedFolder();
    const first = await start(folder);
    const second = await start(folder);
    expect([first.adopted, second.adopted, second.pid]).toEqual([false, true, first.pid]);
    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isAlive(second.pid)).toBe(false);
    expect(existsSync(socketsOf(second.url))).toBe(false);
  });

  test('Three starts at the same moment on a new folder make one database', async () => {
    const folder = newFolder();
    const applications = await Promise.all([application(folder), application(folder), application(folder)]);
    expect(new Set(applications.map(({ server }) => server.url)).size).toBe(1);
    expect(applications.filter(({ server }) => !server.adopted)).toHaveLength(1);
    await Promise.all(applications.map(stopped));
    expect(isAlive(applications[0]?.server.pid as number)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'postgres.log']);
  });
});

describe('When something is wrong', () => {
  test('A database whose server is killed comes back under the same url', async () => {
    const server = await start((await furnishedFolder()).folder);
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    await until(() => server.pid !== killed);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('A left-over process number that now belongs to somebody else does not stop the start', async () => {
    const { folder, data } = await furnishedFolder();
    const stranger = spawn('sleep', ['60'], { ...ordinary, cwd: '/' });
    const pidFile = `${stranger.pid}\n${data}\n1\n5432\n/tmp/firstline-gone\n\n1 1\nready\n`;
    writeFileSync(join(data, 'postmaster.pid'), pidFile);
    if (ordinary) chownSync(join(data, 'postmaster.pid'), ordinary.uid, ordinary.gid);
    expect(traceOfServer(data)).toMatchObject({ pid: stranger.pid, alive: false });

    const server = await start(folder);
    expect(server.adopted).toBe(false);
    stranger.kill();
  });

  test('Data of another PostgreSQL are refused with the way to move them', async () => {
    const { folder, data } = await furnishedFolder();
    writeFileSync(join(data, 'PG_VERSION'), '9\n');
    await expect(start(folder)).rejects.toThrow(/written by PostgreSQL 9; this is PostgreSQL \d+\. Make a backup/);
  });

  test('A database that cannot start says why', async () => {
    const { folder, data } = await furnishedFolder();
    appendFileSync(join(data, 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(start(folder)).rejects.toThrow(/does not start:[^]*no_such_setting/);
  });
});
