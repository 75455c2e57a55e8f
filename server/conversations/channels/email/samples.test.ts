import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmtp, type Smtp } from './receive.ts';
import { customerMails } from './simulator.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Mails of others, which are no part of this repository; without the folder they are not checked. */
const COLLECTED = join(process.env.FIRSTLINE_DATA ?? 'no folder', 'mail');

let desk: TestDesk;
let smtp: Smtp;
beforeEach(async () => {
  desk = await openDesk();
  await desk.queue();
  smtp = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example:4000' });
});
afterEach(async () => {
  await smtp.close();
  await desk.close();
});

type Row = { from: string; from_name: string | null; subject: string; text: string };

/** Puts a mail through the door, for an address of its own, and tells what stands on the desk. */
const taken = async (raw: Buffer | string, to: string): Promise<Row | undefined> => {
  const heard = await customerMails({ port: smtp.port, from: 'envelope@mta.example', to, raw });
  expect(heard, to).toMatch(/^250/);
  const { rows } = await desk.pool.query<Row>(`select "from", from_name, subject, text from messages where "to" = $1`, [to]);
  return rows[0];
};

test('Each mail of ours becomes a message', async () => {
  for (const file of readdirSync(FIXTURES)) expect(await taken(readFileSync(join(FIXTURES, file)), `${file}@house.example`), file).toBeDefined();
});

const collected = existsSync(COLLECTED);
const because = collected ? '' : ' (not checked: FIRSTLINE_DATA names no folder with mail)';

test.runIf(collected)(`Each of the collected mails is answered 250 and becomes a message${because}`, { timeout: 120_000 }, async () => {
  const files = readdirSync(join(COLLECTED, 'raw'));
  expect(files.length).toBeGreaterThan(200);
  const unseen: string[] = [];
  for (const file of files) if (!(await taken(readFileSync(join(COLLECTED, 'raw', file)), `${file}@all.example`))) unseen.push(file);
  // Each is the same mail as another of the collection, and the same mail is one message.
  expect(unseen).toEqual(['postal-mime__mixed.eml', 'stalwart__malformed-011.eml']);
});

const HEAD = 'From: a@b.example\r\nSubject: Hostile\r\n';
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('');

/** Kinds of mail that have brought readers down. */
const HOSTILE: Record<string, string | Buffer> = {
  'nested-10000': `${HEAD}${nested(10_000)}\r\nDeep\r\n`,
  'forwarded-1000': `${HEAD}${'Content-Type: message/rfc822\r\n\r\nSubject: x\r\n'.repeat(1000)}\r\nDeep\r\n`,
  'headers-100000': `${HEAD}${Array.from({ length: 100_000 }, (_, n) => `X-${n}: y\r\n`).join('')}\r\nHi\r\n`,
  'header-1mb': `${HEAD}Cc: ${'a@b.example, '.repeat(80_000)}\r\n\r\nHi\r\n`,
  'quotes-1mb': `From: ${'"<('.repeat(330_000)}\r\n\r\nHi\r\n`,
  'words-1mb': `Subject: ${'=?utf-8?Q?=C3=?= '.repeat(60_000)}\r\n\r\nHi\r\n`,
  'parts-50000': `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(50_000)}`,
  'lines-1000000': `${HEAD}\r\n${'\n'.repeat(1_000_000)}`,
  'nuls': Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(500_000)]),
  'bytes': Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 3)) & 255)),
  'base64-broken': `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${'=A=*'.repeat(50_000)}\r\n`,
  'unknown-alphabet': `${HEAD}Content-Type: text/plain; charset=x-none\r\nContent-Transfer-Encoding: nonsense\r\n\r\nHi\r\n`,
  'no-border': `${HEAD}Content-Type: multipart/mixed\r\n\r\nHi\r\n`,
  'empty': '',
};

test.each(Object.keys(HOSTILE))('A hostile mail (%s) becomes a message, and the desk stays awake', async (name) => {
  const before = process.cpuUsage();
  expect(await taken(HOSTILE[name] ?? '', `${name}@hostile.example`)).toBeDefined();
  const { user, system } = process.cpuUsage(before);
  // Of the processor, not of the wall: how busy the machine is besides tells nothing about a mail.
  expect((user + system) / 1e6, 'seconds of work').toBeLessThan(5);
  expect(await customerMails({ port: smtp.port, from: 'next@b.example', to: 'x@b.example', subject: name, text: 'Next.' })).toMatch(/^250/);
});
