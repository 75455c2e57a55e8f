import type { Actor } from '@firstline/domain/desk/role.ts';
import { reachesThread } from '@firstline/server/tasks/index.ts';
import { openDesk, type TestDesk } from './open-desk.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmtp, type Smtp } from '@firstline/server/conversations/channels/email/receive.ts';
import { customerMails } from '@firstline/server/conversations/channels/email/simulator.ts';
import { openDoors } from '@firstline/server/platform/http.ts';
import { makeMetrics } from '@firstline/server/platform/metrics.ts';
import { openHtmlDoor } from '@firstline/server/conversations/html/door.ts';

let desk: TestDesk;
let smtp: Smtp;
let http: FastifyInstance;
let asks: Actor;
beforeEach(async () => {
  desk = await openDesk();
  const queueId = await desk.queue();
  asks = await desk.person('Ana Reyes', ['agent'], [queueId]);
  smtp = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example' });
  const whoIs = () => Promise.resolve(asks);
  http = openDoors(desk, whoIs, makeMetrics());
  openHtmlDoor(http, desk, whoIs, reachesThread);
});
afterEach(async () => {
  await http.close();
  await smtp.close();
  await desk.close();
});

const MAIL = [
  'From: dana@customer.example', 'To: support@house.example', 'Subject: Lamp', 'Content-Type: multipart/related; boundary=b', '',
  '--b', 'Content-Type: text/html', '', '<p>Look <img src="cid:pic@b"><img src="https://track.example/x.gif"><script>alert(1)</script></p>',
  '--b', 'Content-Type: image/png; name=a.png', 'Content-ID: <pic@b>', 'Content-Transfer-Encoding: base64', '', 'iVBORw0KGgo=', '--b--', '',
].join('\r\n');

const take = async (): Promise<string> => {
  expect(await customerMails({ port: smtp.port, from: 'dana@customer.example', to: 'support@house.example', raw: MAIL })).toMatch(/^250/);
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string }>(`select id from messages where "from" = 'dana@customer.example'`);
  return rows[0]?.id ?? '';
};

test('S6 The layout of a mail is a page without origin, script and line; its own picture is in it, the other only when asked for', async () => {
  const id = await take();
  const page = await http.inject({ url: `/api/letters/${id}` });
  expect(page.headers['content-security-policy']).toBe(
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  );
  expect(page.body).toContain('src="data:image/png;base64,iVBORw0KGgo="');
  expect(page.body).not.toMatch(/track\.example|<script|alert/);
  const withAll = await http.inject({ url: `/api/letters/${id}?pictures=all` });
  expect(withAll.body).toContain('https://track.example/x.gif');
  expect(withAll.headers['content-security-policy']).toMatch(/img-src data: https: http:;[^]*sandbox allow-popups allow-popups-to-escape-sandbox$/);
});

test('S2 The layout of a mail is there for whoever serves its queue, and for nobody else', async () => {
  const id = await take();
  asks = await desk.person('Cleo Marsh', ['agent'], []);
  expect((await http.inject({ url: `/api/letters/${id}` })).statusCode).toBe(404);
  expect((await http.inject({ url: '/api/letters/nothing' })).statusCode).toBe(404);
});

test('S7 The same mail delivered again leaves no second set of files', async () => {
  await take();
  await take();
  expect((await desk.pool.query('select 1 from files')).rows).toHaveLength(2);
  expect((await desk.pool.query('select 1 from files where message_id is null')).rows).toEqual([]);
});
