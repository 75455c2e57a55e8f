import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmtp, type Smtp } from './receive.ts';
import { customerMails, mailServer, type MailServer } from './simulator.ts';
import { useMailServer } from './way.ts';

let desk: TestDesk;
let server: MailServer;
let smtp: Smtp;
beforeEach(async () => {
  server = await mailServer();
  desk = await openDesk();
  await desk.queue();
  useMailServer(desk, { mailUrl: server.url });
  smtp = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example' });
});
afterEach(async () => {
  await smtp.close();
  await server.close();
  await desk.close();
});

const HEADS = ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <news.example>', 'X-Auto-Response-Suppress: All', 'Subject: Out of office', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'];

test('S5 S15 The desk answers no mail by itself, so no loop begins; what machines write is kept and marked', async () => {
  for (let hour = 0; hour < 3; hour += 1)
    for (const [n, head] of HEADS.entries())
      await customerMails({ port: smtp.port, from: 'loop@other.example', to: 'support@house.example', raw: `From: loop@other.example\r\nMessage-ID: <${hour}.${n}@other.example>\r\n${head}\r\n\r\nI am away ${hour} ${n}.\r\n` });
  await desk.settle();
  await desk.passes(3600);
  await desk.settle();
  expect(server.got).toEqual([]);
  const { rows } = await desk.pool.query<{ n: number }>(`select count(*)::integer as n from messages where direction = 'in'`);
  expect(rows[0]?.n).toBe(3 * HEADS.length);
  const { rows: kinds } = await desk.pool.query<{ machine: string }>('select distinct machine from messages where machine is not null order by machine');
  expect(kinds.map(({ machine }) => machine)).toEqual(['auto-reply', 'bounce', 'list']);
});
