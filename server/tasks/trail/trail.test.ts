import type { Actor } from '@firstline/domain/desk/role.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { VISIT } from '@firstline/testing/holding-cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDoors } from '../../platform/http.ts';
import { makeMetrics } from '../../platform/metrics.ts';
import { bookAppointment } from '../commands/book-appointment.ts';
import { claimTask } from '../commands/claim-task.ts';
import { logAttempt } from '../commands/log-attempt.ts';
import { noteOnTask } from '../commands/note-on-task.ts';
import { replyOnTask } from '../commands/reply-on-task.ts';
import { returnTask } from '../commands/return-task.ts';
import { sendBackTask } from '../commands/send-back-task.ts';
import { openTrailDoor } from './door.ts';

let desk: TestDesk;
let http: FastifyInstance;
let actor: Actor | undefined;
let customerId: string;
let taskId: string;
let ana: Actor;

beforeEach(async () => {
  desk = await openDesk();
  const queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  const whoIs = () => Promise.resolve(actor);
  http = openDoors(desk, whoIs, makeMetrics());
  openTrailDoor(http, desk, whoIs);
  await customerMails(desk, { ...letter('dana@customer.example', ''), subject: '=1+1 <script>' });
  await customerMails(desk, letter('dana@customer.example', '<script>alert(1)</script> & no heat'));
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string; customer_id: string }>('select id, customer_id from tasks');
  taskId = rows[0]?.id ?? '';
  customerId = rows[0]?.customer_id ?? '';
  await desk.done(claimTask, { taskId }, ana);
  await desk.passes(1);
  await desk.done(logAttempt, { taskId, channel: 'call', address: '+1 555 010 2231', result: 'no-answer', remark: 'Rang for long.' }, ana);
  await desk.passes(1);
  await desk.done(noteOnTask, { taskId, discussed: '@nobody "quoted", told the price' }, ana);
  await desk.passes(1);
  await desk.done(replyOnTask, { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We come on Tuesday.' }, ana);
  await desk.passes(1);
  await desk.done(returnTask, { taskId }, ana);
  await customerMails(desk, letter('omar@customer.example', 'Somebody else wrote this.'));
  await desk.settle();
  actor = await desk.person('Mia Dorn', ['manager']);
});
afterEach(async () => {
  await http.close();
  await desk.close();
});

const take = (as: string, headers: Record<string, string> = {}) => http.inject({ method: 'GET', url: `/api/customers.trail?customerId=${customerId}&as=${as}`, headers });

test('R-165 R-168 The whole story of one customer comes in order, with channels, addresses, notes, tries by hand and holders', async () => {
  const answer = await take('csv');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const told = ['The customer wrote', 'Task opened', 'Claimed the task', 'no-answer (entered by hand)', 'Note', 'Wrote to the customer', 'Put the task back'];
  const places = told.map((what) => answer.body.indexOf(what));
  expect(places.every((place, n) => place > (places[n - 1] ?? 0)), JSON.stringify(places)).toBe(true);
  for (const part of ['dana@customer.example', '+1 555 010 2231', 'Rang for long.', 'Ana Reyes', 'We come on Tuesday.', 'email', 'call']) expect(answer.body).toContain(part);
  expect(answer.body).not.toContain('Somebody else');
});

test('R-165 What was agreed is in it, and the words in which somebody gave a reason', async () => {
  await desk.done(claimTask, { taskId }, ana);
  await desk.done(bookAppointment, { taskId, ...VISIT }, ana);
  await desk.done(sendBackTask, { taskId, reason: 'Ana is called away.' }, await desk.person('Max Obi', ['supervisor']));
  const { body } = await take('csv');
  for (const part of ['Agreed on an appointment: 2099-03-12T14:00', VISIT.where, VISIT.what, VISIT.withWhom, 'Took the task from Ana Reyes', 'Ana is called away.']) expect(body).toContain(part);
});

test('S14 R-168 What a customer wrote is neither a formula in the file nor a tag on the page', async () => {
  const csv = await take('csv');
  const cells = (parse(csv.body, { bom: true }) as string[][]).flat();
  expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  expect(cells).toContain("'=1+1 <script>");
  expect(cells).toContain("'+1 555 010 2231");
  const page = await take('html');
  expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; no heat');
  expect(page.body).not.toContain('<script');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
});

test('R-168 Only a manager takes a trail, from the desk itself, and that it was taken is written down', async () => {
  expect((await take('html')).statusCode).toBe(200);
  await desk.settle();
  const { rows } = await desk.pool.query<{ by: string; body: { as: string } }>(`select by, body from journal where type = 'customer.trailTaken'`);
  expect(rows).toEqual([{ by: actor?.id, body: { customerId, as: 'html' } }]);
  expect((await take('html', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await take('xlsx')).statusCode).toBe(400);
  for (const role of ['agent', 'supervisor', 'administrator', 'account-team'] as const) {
    actor = { ...ana, roles: [role] };
    expect((await take('csv')).statusCode, role).toBe(403);
  }
  actor = undefined;
  expect((await take('csv')).statusCode).toBe(401);
});

test('R-166 R-167 A try is written down once, marked where it was entered by hand, and no command changes it', async () => {
  const { rows } = await desk.pool.query<{ by: string; result: string }>('select by, result from attempts');
  expect(rows).toEqual([{ by: ana.id, result: 'no-answer' }]);
  const doors = desk.parts.commands.map(({ spec }) => spec.name).filter((name) => /attempt/i.test(name));
  expect(doors).toEqual(['tasks.logAttempt']);
});
