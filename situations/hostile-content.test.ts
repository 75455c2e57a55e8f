import type { Role } from '@firstline/domain/desk/role.ts';
import { PASSWORD, signsIn } from '@firstline/testing/at-the-screen.ts';
import { hostileTexts } from '@firstline/testing/hostile-texts.ts';
import { openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import { openHouse, type House } from '@firstline/testing/open-house.ts';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { askingAt, type Ask } from './hostile/asking.ts';
import { escalateAll, nameAll, replyAll, writeAll } from './hostile/fill.ts';
import { mailAll } from './hostile/letters.ts';
import { roundOf, roundOfActs, roundOfImport, roundOfLists, roundOfQueue, roundOfSearch, roundOfTask, type Round } from './hostile/rounds.ts';
import { watchOver } from './hostile/watch.ts';
import { doorsAt } from './played/doors.ts';
import { enter, takeOn } from './played/people.ts';

const ANA = { name: 'Ana <img src=x onerror=alert(1)> h0h', initials: 'AR', email: 'ana@house.example', password: PASSWORD };
const BEN = { name: '{{name}} <svg onload=alert(1)> h1h', initials: 'BS', email: 'ben@house.example', password: PASSWORD };
const answered = new Map<string, number>();
let house: House;
let browser: OpenBrowser;
let ana: Ask;
let ben: Ask;
let round: Round;
let taskId = '';
let customerId = '';

type Card = { id: string; customerId: string };
const waiting = async (): Promise<Card[]> => (JSON.parse((await ana('tasks.waiting?limit=100')).body) as { cards: Card[] }).cards;
const customerOf = async (id: string): Promise<{ id: string; emails: string[] }> => (JSON.parse((await ana(`tasks.workspace?taskId=${id}`)).body) as { customer: { id: string; emails: string[] } }).customer;

beforeAll(async () => {
  house = await openHouse();
  const door = doorsAt(house.port);
  const admin = await enter(door, 'max@house.example', PASSWORD);
  const max = askingAt(house.url, admin, answered);
  const queueIds = await nameAll(max);
  const { rows } = await house.desk.pool.query<{ id: string }>('select id from queues');
  const comes = async (who: typeof ANA, roles: Role[]): Promise<Ask> => askingAt(house.url, (await takeOn(door, admin, { ...who, roles, queueIds: rows.map(({ id }) => id) })).cookie, answered);
  ana = await comes(ANA, ['agent', 'supervisor', 'manager', 'administrator', 'account-team']);
  ben = await comes(BEN, ['agent']);
  expect(queueIds).toHaveLength(20);
  const mails = await mailAll(house);
  await vi.waitFor(async () => expect((await waiting()).length).toBe(mails), { timeout: 30_000, interval: 200 });
  browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  round = { page, house, watch: await watchOver(browser.context, page, house.url) };
  await signsIn(page, house, ANA.email);
}, 180_000);
afterAll(async () => {
  if (process.env.HOSTILE_SAYS) process.stdout.write(`${JSON.stringify([Object.fromEntries([...answered].sort()), round?.watch.seen.size])}\n`);
  await browser?.close();
  await house?.close();
});

afterEach(() => void (process.env.HOSTILE_SAYS && process.stdout.write(`${JSON.stringify(round?.watch.faults)}\n`)));

/** Every part of a round is walked; what it found is told together. */
const clean = (): void => expect(round.watch.faults.splice(0)).toEqual([]);

describe(`${hostileTexts.length} hostile texts in every field`, { timeout: 120_000 }, () => {
  test('S6 Neither the queue, nor the notices, nor a task, nor a mail as written runs, loads or leads to anything of theirs', async () => {
    const tasks = await roundOfQueue(round);
    expect(tasks.length).toBeGreaterThan(20);
    const { rows } = await house.desk.pool.query<{ id: string }>(`select t.id from tasks t join messages m on m.conversation_id = t.conversation_id where m.files is not null and jsonb_array_length(m.files) > 0 and t.status = 'waiting' group by t.id`);
    taskId = rows[0]?.id ?? '';
    for (const { id } of rows) {
      expect((await ana('tasks.claim', { taskId: id })).status).toBe(200);
      await roundOfTask(round, `/tasks/${id}`);
      expect((await ana('tasks.return', { taskId: id })).status).toBe(200);
    }
    expect(rows.length).toBeGreaterThan(5);
    const missed = hostileTexts.filter(({ mark }) => mark && !round.watch.seen.has(mark)).map(({ text }) => text.slice(0, 60));
    expect(missed, 'never shown').toEqual([]);
    expect(round.watch.seen.size).toBeGreaterThan(1000);
    clean();
  });

  test('S6 S27 Nor do a held task with its dialogs, the customer, finding, the history, what is in hand and the pages of the administrators', async () => {
    expect((await ana('tasks.claim', { taskId })).status).toBe(200);
    const customer = await customerOf(taskId);
    customerId = customer.id;
    await writeAll(ana, taskId, customerId);
    await replyAll(ana, taskId, customer.emails[0] ?? '');
    await roundOfTask(round, `/tasks/${taskId}`);
    await roundOfActs(round);
    await roundOfSearch(round, ['h1h', 'onerror', 'evil.example', 'constructor', '(.*.*']);
    for (const path of [`/customers/${customerId}`, '/contacts', '/in-hand', '/people', '/queues', '/rules', '/tokens', '/journal', '/help']) await roundOf(round, path);
    await roundOfLists(round);
    await roundOfImport(round);
    await roundOfSearch(round, ['h1h', 'import.example']);
    clean();
  });

  test('S6 S7 What was escalated and the page for print show it as words; a file of theirs is saved, never opened', async () => {
    const escalated = (await waiting()).slice(0, 3).map(({ id }) => id);
    await escalateAll(ben, escalated);
    for (const id of escalated) await roundOf(round, `/tasks/${id}`);
    await roundOf(round, `/api/customers.trail?customerId=${customerId}&as=html`);
    const { rows } = await house.desk.pool.query<{ id: string; name: string }>('select id, name from files where message_id is not null');
    expect(rows.length).toBeGreaterThan(300);
    for (let at = 0; at < rows.length; at += 25)
      await Promise.all(
        rows.slice(at, at + 25).map(async ({ id, name }) => {
          expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]|\.$/u);
          const { headers, status } = await ana(`files/${id}`);
          if (status === 404 && name === 'mail.html') return; // The layout of a mail is no file to take.
          expect(headers, name).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" });
          expect(headers['content-disposition'], name).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w%.!#$&+^`|~-]*$/);
        }),
      );
    clean();
  });

  test('S14 No cell of any exported trail is a formula', async () => {
    const { rows } = await house.desk.pool.query<{ id: string }>('select distinct customer_id as id from tasks');
    let cells = 0;
    for (const { id } of rows)
      for (const cell of (parse((await ana(`customers.trail?customerId=${id}&as=csv`)).body, { bom: true }) as string[][]).flat()) {
        cells += 1;
        expect(cell).not.toMatch(/^(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/);
      }
    expect(cells).toBeGreaterThan(2000);
  });

  test('S13 No text became a header or a recipient of a mail that left', async () => {
    await expect.poll(() => house.mail.got.length).toBeGreaterThan(1);
    for (const { to, raw } of house.mail.got) {
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect([to.length, ...to], raw).toEqual([1, expect.stringMatching(/@customer\.example$/)]);
      expect(head).not.toMatch(/^(?:bcc|set-cookie)\s*:/im);
      expect(head.match(/^subject\s*:/gim)).toHaveLength(1);
      expect(head.match(/^content-type\s*:/gim)).toHaveLength(1);
    }
  });
});
