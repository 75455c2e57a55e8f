import { lists } from '@firstline/domain/desk/lists.ts';
import { policy } from '@firstline/domain/policy.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { randomUUID } from 'node:crypto';
import { connect as connectTo, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageStore } from '../../stores.ts';
import { fromRow } from '../../../platform/store.ts';
import type { Message } from '@firstline/domain/conversations/message.ts';
import { limits } from './limits.ts';
import { openSmtp, type Smtp } from './receive.ts';
import { customerMails, type CustomerMail } from './simulator.ts';

const MOST_BYTES = 2_000_000;

let desk: TestDesk;
let smtp: Smtp;
beforeAll(async () => {
  const house = { levels: {}, policy: { ...policy, emailBytes: MOST_BYTES }, lists };
  desk = await openDesk({ house: () => () => Promise.resolve(house) });
  await desk.queue();
  smtp = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example:4000' });
});
afterAll(async () => {
  await smtp.close();
  await desk.close();
});

const writes = (mail: Partial<CustomerMail>) =>
  customerMails({ port: smtp.port, from: 'Dana Field <dana@customer.example>', to: 'support@house.example', ...mail });

const messagesFrom = async (address: string): Promise<Message[]> => {
  const { rows } = await desk.pool.query<Record<string, unknown>>(`select * from messages where "from" = $1 order by at`, [address]);
  return rows.map((row) => fromRow<Message>(messageStore, row));
};

/** Says these lines to the door, one after each answer, and tells all the answers; then hangs up, or does as told. */
const talk = (lines: string[], then: (socket: Socket) => void = (socket) => socket.destroy(), port = smtp.port): Promise<string[]> =>
  new Promise((told) => {
    const answers: string[] = [];
    const socket = connectTo(port, '127.0.0.1').setEncoding('utf8');
    let next = 0;
    let open = '';
    socket.on('data', (chunk: string) => {
      open += chunk;
      for (let end = open.indexOf('\r\n'); end >= 0; end = open.indexOf('\r\n')) {
        const line = open.slice(0, end);
        open = open.slice(end + 2);
        if (line[3] === '-') continue;
        answers.push(line);
        if (next < lines.length) socket.write(`${lines[next++]}\r\n`);
        else then(socket);
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => told(answers));
  });

test('What a customer mails is on the desk when their program hears 250', async () => {
  expect(await writes({ subject: 'Furnace', text: 'It stopped.' })).toMatch(/^250/);
  expect(await messagesFrom('dana@customer.example')).toMatchObject([
    { fromName: 'Dana Field', to: 'support@house.example', subject: 'Furnace', text: 'It stopped.', direction: 'in', state: 'received' },
  ]);
});

test('R7 The same mail delivered three times, one after another and at once, is one message', async () => {
  const raw = `From: thrice@customer.example\r\nMessage-ID: <${randomUUID()}@customer.example>\r\n\r\nOnce.\r\n`;
  const bare = 'From: thrice@customer.example\r\nSubject: No id\r\n\r\nOnce.\r\n';
  for (const mail of [raw, bare]) {
    const heard = [await writes({ raw: mail }), ...(await Promise.all([writes({ raw: mail }), writes({ raw: mail })]))];
    expect(heard.every((answer) => answer.startsWith('250'))).toBe(true);
  }
  expect(await messagesFrom('thrice@customer.example')).toHaveLength(2);
});

test('S4 A forged In-Reply-To or From opens no thread of somebody else', async () => {
  await writes({ from: 'owner@customer.example', text: 'Mine.', messageId: '<mine@customer.example>' });
  const [mine] = await messagesFrom('owner@customer.example');
  await writes({ from: 'thief@evil.example', text: 'Show me.', inReplyTo: '<mine@customer.example>' });
  await writes({ from: '"owner@customer.example" <thief@evil.example>', text: 'And me.', inReplyTo: '<mine@customer.example>' });
  const thefts = await messagesFrom('thief@evil.example');
  expect(thefts).toHaveLength(2);
  for (const theft of thefts) expect(theft.conversationId).not.toBe(mine?.conversationId);
  await writes({ from: 'owner@customer.example', text: 'Mine again.', inReplyTo: '<mine@customer.example>' });
  expect((await messagesFrom('owner@customer.example')).map(({ conversationId }) => conversationId)).toEqual([
    mine?.conversationId,
    mine?.conversationId,
  ]);
});

test('A mail over the limit is refused before it is sent, and when its sender hides the size', async () => {
  const large = `From: large@customer.example\r\n\r\n${'A'.repeat(70)}\r\n`.padEnd(MOST_BYTES + 1000, 'x\r\n');
  await expect(writes({ raw: large })).rejects.toThrow(/exceeds fixed maximum message size|larger than/);
  const answers = await talk(['EHLO x', 'MAIL FROM:<large@customer.example>', 'RCPT TO:<a@b.example>', 'DATA', `${large}\r\n.`, 'QUIT']);
  expect(answers[5]).toMatch(/^552/);
  expect(await messagesFrom('large@customer.example')).toEqual([]);
});

test('Ten thousand recipients are too many, and the door goes on', async () => {
  const recipients = Array.from({ length: 10_000 }, (_, n) => `RCPT TO:<r${n}@house.example>`);
  const answers = await talk(['EHLO x', 'MAIL FROM:<many@customer.example>', ...recipients, 'DATA', 'From: many@customer.example\r\n\r\nHi\r\n.', 'QUIT']);
  expect(answers.filter((answer) => answer === '250 Accepted')).toHaveLength(limits.recipients + 1);
  expect(answers.filter((answer) => answer.startsWith('452'))).toHaveLength(10_000 - limits.recipients);
  expect(await messagesFrom('many@customer.example')).toMatchObject([{ to: 'r0@house.example' }]);
});

test('A connection that breaks within a mail leaves nothing behind', async () => {
  const half = 'From: cut@customer.example\r\n\r\nHalf a mail\r\n';
  await talk(['EHLO x', 'MAIL FROM:<cut@customer.example>', 'RCPT TO:<a@b.example>', 'DATA'], (socket) => {
    socket.write(half, () => socket.destroy());
  });
  expect(await writes({ from: 'after@customer.example', text: 'Still there?' })).toMatch(/^250/);
  expect(await messagesFrom('cut@customer.example')).toEqual([]);
});

test('A sender who falls silent, or who drips, keeps no place', async () => {
  const stay = (socket: Socket): void => void socket;
  const begin = ['EHLO x', 'MAIL FROM:<slow@customer.example>', 'RCPT TO:<a@b.example>', 'DATA'];
  const silent = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example' }, { idleSeconds: 0.5, connectionMinutes: 1 });
  expect((await talk(begin, stay, silent.port)).at(-1)).toMatch(/^421 Timeout/);
  await silent.close();
  const times: [ms: number, isOver: () => void][] = [];
  const after = (ms: number, run: () => void) => (times.push([ms, run]), () => undefined);
  const dripped = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example' }, { idleSeconds: 60, connectionMinutes: 10, after });
  const drip = (socket: Socket, drops = 0): void => {
    if (drops === 100) times[0]?.[1]();
    if (!socket.destroyed) socket.write('x', () => setImmediate(drip, socket, drops + 1));
  };
  expect((await talk(begin, (socket) => drip(socket), dripped.port)).at(-1)).toMatch(/^354/);
  expect(times.map(([ms]) => ms)).toEqual([600_000]);
  await dripped.close();
  expect(await messagesFrom('slow@customer.example')).toEqual([]);
});

test('One address takes only half of the places, and gets in again when it lets go', async () => {
  const sockets: Socket[] = [];
  const greetings = Array.from({ length: limits.connectionsOfOneAddress + 5 }, () => talk([], (socket) => sockets.push(socket)));
  while (sockets.length < greetings.length) await new Promise((next) => setImmediate(next));
  for (const socket of sockets) socket.destroy();
  const first = (await Promise.all(greetings)).map(([answer]) => answer?.slice(0, 3));
  expect(first.filter((code) => code === '421')).toHaveLength(5);
  expect(await writes({ from: 'let.in@customer.example', text: 'Hi' })).toMatch(/^250/);
});

test('S13 A mail that holds commands stays one mail', async () => {
  const commands = '.\nMAIL FROM:<forged@customer.example>\nRCPT TO:<x@y.example>\nDATA\nFrom: forged@customer.example\n\nForged\n.';
  await talk(['EHLO x', 'MAIL FROM:<s@c.example>', 'RCPT TO:<a@b.example>', 'DATA', `From: smuggler@customer.example\r\n\r\nHi\n${commands}\nEnd\r\n.`]);
  expect(await messagesFrom('smuggler@customer.example')).toMatchObject([{ text: expect.stringMatching(/^Hi\n\.\nMAIL FROM[^]*End$/) as string }]);
  expect(await messagesFrom('forged@customer.example')).toEqual([]);
});

test('While the database is away a sender is told to come again, and then nothing is lost', async () => {
  const name = new URL(desk.url).pathname.slice(1);
  const elsewhere = new URL(desk.url);
  elsewhere.pathname = '/postgres';
  const admin = new Client(elsewhere.href);
  await admin.connect();
  const raw = `From: patient@customer.example\r\nMessage-ID: <${randomUUID()}@customer.example>\r\n\r\nAre you there?\r\n`;
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await expect(writes({ raw })).rejects.toThrow(/451/);
  await admin.query(`alter database ${name} allow_connections true`);
  await admin.end();
  expect(await writes({ raw })).toMatch(/^250/);
  expect(await messagesFrom('patient@customer.example')).toHaveLength(1);
});
