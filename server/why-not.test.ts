import { createServer } from 'node:net';
import { once } from 'node:events';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '@firstline/testing/database.ts';
import { whyNot } from './why-not.ts';

const set = { port: 4000, smtpPort: 2525, host: '0.0.0.0', dataDir: '/srv/desk/data' };
const fault = (known: object): Error => Object.assign(new Error('something'), known);

test('A port that is taken is named with the setting for another one', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as { port: number };
  const second = createServer().listen(port, '127.0.0.1');
  const [error] = await once(second, 'error');
  expect(whyNot(error, { ...set, port })).toBe(`Port ${port} is taken, perhaps by a desk that runs already. End what holds it, or set PORT to another number.`);
  expect(whyNot(error, { ...set, smtpPort: port })).toContain('set SMTP_PORT to another number');
  first.close();
});

test('An address that the machine does not have, and a port that is not for everybody, are told as settings', async () => {
  const [error] = await once(createServer().listen(0, '192.0.2.77'), 'error');
  expect(whyNot(error, { ...set, host: '192.0.2.77' })).toBe('This machine has no address 192.0.2.77. Set HOST to one that it has, such as 127.0.0.1.');
  expect(whyNot(fault({ code: 'EACCES', syscall: 'listen', port: 25 }), { ...set, smtpPort: 25 })).toBe('This user may not open port 25. Set SMTP_PORT to a number above 1023.');
  expect(whyNot(fault({ code: 'ENOTFOUND', syscall: 'getaddrinfo', message: 'getaddrinfo ENOTFOUND no-such-host' }), { ...set, host: 'no-such-host' })).toContain('no address no-such-host');
});

test('A data folder that cannot be written is named with the way out', () => {
  expect(whyNot(fault({ code: 'EACCES', syscall: 'open', path: '/srv/desk/data/postgres.log' }), set)).toMatch(/^\/srv\/desk\/data\/postgres\.log may not be written\. .*sudo chown -R \d+ \/srv\/desk\/data$/);
  expect(whyNot(fault({ code: 'EEXIST', path: '/srv/desk/data' }), set)).toContain('is no folder');
  expect(whyNot(fault({ code: 'ENOSPC' }), set)).toContain('no room left');
});

test('What a database server answers is said in words, and the password is not', async () => {
  const database = await openDatabase();
  const tries = async (change: (url: URL) => void): Promise<string | undefined> => {
    const url = new URL(database.url);
    change(url);
    const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 2000 });
    const error: unknown = await client.connect().then(() => undefined, (reason: unknown) => reason);
    await client.end().catch(() => undefined);
    return whyNot(error, { ...set, databaseUrl: url.href.replace('@', ':geheim@') });
  };
  const said = [
    await tries((url) => (url.pathname = '/nothing-here')),
    await tries((url) => {
      url.searchParams.set('host', '127.0.0.1');
      url.port = '9';
    }),
    await tries((url) => (url.username = 'nobody-we-know')),
  ];
  expect(said[0]).toMatch(/has no database “nothing-here”. Make it: createdb --encoding UTF8 nothing-here$/);
  expect(said[1]).toMatch(/does not answer \(ECONNREFUSED\)\. Is it running, and is DATABASE_URL right\?$/);
  expect(said[2]).toMatch(/does not let “nobody-we-know” in/);
  expect(said.join(' ')).not.toContain('geheim');
  await database.close();
});

test('Who may not make tables is told to own the database', () => {
  expect(whyNot(fault({ code: '42501', message: 'permission denied for schema public' }), { ...set, databaseUrl: 'postgresql://weak:geheim@db/desk' })).toBe(
    '“weak” may not make tables in “desk”: permission denied for schema public. Let it own the database: alter database desk owner to weak;',
  );
});

test('A mistake of our own keeps its trace', () => {
  expect(whyNot(new TypeError('x is not a function'), set)).toBeUndefined();
});
