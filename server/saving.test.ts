import { objectsIn } from './platform/objects.ts';
import { openEmptyDatabase } from '@firstline/testing/database.ts';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { serve, type Running } from './app.ts';
import { customerMails } from './conversations/channels/email/simulator.ts';
import { migrate } from './platform/postgres/migrate.ts';
import { bringBackDesk, saveDesk } from './saving.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const MAIL = ['From: dana@customer.example', 'To: support@house.example', 'Subject: The bill', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'See the file.'].join('\r\n');

const away: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of away.splice(0).reverse()) await close();
});

/** A place for a desk: a database, empty or not, and a folder. */
const place = async () => {
  const database = await openEmptyDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'firstline-saving-'));
  away.push(database.close, () => rm(dataDir, { recursive: true, force: true }));
  const config = { port: 0, host: '127.0.0.1', smtpPort: 0, dataDir, databaseUrl: database.url, url: 'http://127.0.0.1', admin: { email: 'max@house.example', password: 'correct-horse-9' }, mailFrom: 'desk@house.example', logLevel: 'silent', preparedStatements: true };
  return { config, pool: database.pool };
};
const runs = ({ config }: Awaited<ReturnType<typeof place>>): Promise<Running> => serve({ config, databaseUrl: config.databaseUrl, log: pino({ level: 'silent' }), root: ROOT });

const filesOf = async (pool: Pool, dataDir: string): Promise<[string, string][]> => {
  const { rows } = await pool.query<{ name: string; key: string }>('select name, key from files where message_id is not null order by name');
  const objects = objectsIn(path.join(dataDir, 'files'));
  return Promise.all(rows.map(async ({ name, key }): Promise<[string, string]> => [name, (await buffer(objects.open(key))).toString('hex')]));
};

test('R12 What customers sent along goes into a backup of a desk at work and comes back, byte by byte', async () => {
  const [one, other] = [await place(), await place()];
  await migrate(one.pool, { root: ROOT });
  const running = await runs(one);
  away.push(() => running.stop().catch(() => undefined));
  const odd = Buffer.from([0, 255, 10, 13, 10, 0, 127, 128]);
  const part = (name: string, bytes: Buffer) => `\r\n--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`;
  await customerMails({ port: running.smtpPort, from: 'dana@customer.example', to: 'support@house.example', raw: `${MAIL}${part('bill.pdf', odd)}${part('plan.bin', Buffer.alloc(300_000, 7))}\r\n--b--\r\n` });
  const before = await filesOf(one.pool, one.config.dataDir);
  expect(before.map(([name]) => name)).toEqual(['bill.pdf', 'plan.bin']);
  expect(before[0]?.[1]).toBe(odd.toString('hex'));

  const said: string[] = [];
  const file = path.join(one.config.dataDir, 'desk.backup');
  await saveDesk(one.config, file, (text) => said.push(text));
  await running.stop();
  await bringBackDesk(other.config, ROOT, file, (text) => said.push(text));
  expect(said.join('\n')).toMatch(/Saved 2 files[^]*Brought back 2 files/);
  expect(await filesOf(other.pool, other.config.dataDir)).toEqual(before);

  // The desk goes on from there.
  const again = await runs(other);
  away.push(() => again.stop().catch(() => undefined));
  await customerMails({ port: again.smtpPort, from: 'dana@customer.example', to: 'support@house.example', raw: `${MAIL.replace('The bill', 'Again')}\r\n--b--\r\n` });
  expect((await other.pool.query('select subject from messages order by at')).rows).toEqual([{ subject: 'The bill' }, { subject: 'Again' }]);
});
