import { customerQueries } from '@firstline/contract/customers.ts';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { customerMails, letter } from '@firstline/testing/at-work.ts';
import { anotherCustomer, customerHeld, linesLaidReady } from '@firstline/testing/customer-cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readerOf } from '../platform/reader.ts';
import { addDetail } from './commands/add-detail.ts';
import { importLines } from './commands/import-lines.ts';
import { mergeCustomers } from './commands/merge-customers.ts';
import { removeDetail } from './commands/remove-detail.ts';
import { setAddress } from './commands/set-address.ts';
import { setPreference } from './commands/set-preference.ts';
import { startImport } from './commands/start-import.ts';
import { unmergeCustomers } from './commands/unmerge-customers.ts';
import { whoHas } from './who-has.ts';
import { find } from './queries/find.ts';
import { imports } from './queries/imports.ts';
import { openings } from './queries/openings.ts';
import { record } from './queries/record.ts';

let desk: TestDesk;
let ana: Actor;
let lea: Actor;
let customerId: string;
beforeEach(async () => {
  desk = await openDesk();
  ({ ana, customerId } = await customerHeld(desk));
  lea = await desk.person('Lea Moss', ['supervisor', 'manager']);
});
afterEach(() => desk.close());

const found = async (words: string) => {
  const { customers } = (await find.answer(desk, { words, limit: 20 }, ana)) as { customers: { id: string }[] };
  return customers.map(({ id }) => id);
};
const add = (kind: 'email' | 'phone' | 'account', value: string) => desk.done(addDetail, { customerId, detail: { kind, value } }, ana);
const opened = async (id: string, by = ana) => (await record.answer(desk, { customerId: id }, by)) as { customer: { id: string }; ids: string[] };

test('R-091 A customer is found by name, by a phone number and how it ends, by address and by account number', async () => {
  await add('phone', '+1 (555) 010-2231');
  await add('account', 'AC-4471/b');
  await desk.done(setAddress, { customerId, address: '4 Mill Lane, Newtown' }, await desk.person('Bo Lind', ['back-office']));
  for (const words of ['dana', 'DANA@customer', '+1 555 010', '1555 0102231', '2231', '010-2231', 'mill lane', 'newt', 'ac-4471', 'AC4471B']) expect([words, await found(words)]).toEqual([words, [customerId]]);
  for (const words of ['2232', 'mills', "'; drop table customers; --", '!!', '&|:*']) expect([words, await found(words)]).toEqual([words, []]);
});

test('R-092 A customer has any number of phones and emails, each found however it is written, and says how to be reached', async () => {
  await add('phone', '0555 010 2231');
  await add('email', 'Dana@Second.example');
  await add('email', 'dana@second.EXAMPLE ');
  await desk.done(setPreference, { customerId, prefers: 'call' }, ana);
  expect(await opened(customerId)).toMatchObject({ customer: { phones: ['0555 010 2231'], prefers: 'call' } });
  expect(await whoHas(readerOf(desk.pool).reader, 'email', 'DANA@second.example')).toBe(customerId);
  await desk.done(removeDetail, { customerId, kind: 'phone', value: '0555 010 2231' }, ana);
  expect(await found('0102231')).toEqual([]);
});

test('R-092 A number of somebody else is refused and they are named, also when two add it at the same moment', async () => {
  const otherId = await anotherCustomer(desk);
  await add('phone', '+1 555 010 2231');
  const asked = await desk.ask(addDetail, { customerId: otherId, detail: { kind: 'phone', value: '+15550102231' } }, ana);
  expect(asked).toMatchObject({ status: 422, refused: [{ rule: 'detail-belongs-to-one-customer' }] });
  const both = await Promise.all([customerId, otherId].map((id) => desk.ask(addDetail, { customerId: id, detail: { kind: 'account', value: 'A-1' } }, ana)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('R-093 An agent corrects name and numbers; the address is written down by the back office only', async () => {
  expect(await desk.ask(setAddress, { customerId, address: '1 New Road' }, ana)).toEqual({ status: 403 });
});

test('R-103 Each opening of a record is written down with who and when, once for five minutes of looking', async () => {
  await opened(customerId);
  await opened(customerId);
  await opened(customerId, lea);
  await desk.passes(600);
  await opened(customerId);
  const seen = (await openings.answer(desk, { customerId }, lea)) as { openings: { name: string }[] };
  expect(seen.openings.map(({ name }) => name).sort()).toEqual(['Ana Reyes', 'Ana Reyes', 'Lea Moss']);
  expect(customerQueries.openings.who).not.toContain('agent');
});

test('R-092 Two records of one customer are joined: new mail finds the one that stays, and undoing gives each what it had', async () => {
  const otherId = await anotherCustomer(desk, 'dana.f@work.example');
  await desk.done(mergeCustomers, { customerId, otherId }, lea);
  expect(await found('dana.f@work')).toEqual([customerId]);
  expect(await opened(otherId)).toMatchObject({ customer: { id: customerId }, ids: [customerId, otherId] });
  await customerMails(desk, letter('dana.f@work.example'));
  const threads = await desk.pool.query<{ id: string }>(`select customer_id as id from conversations where address = 'dana.f@work.example' order by opened_at`);
  expect(threads.rows.map(({ id }) => id)).toEqual([otherId, customerId]);
  expect(await desk.ask(addDetail, { customerId: otherId, detail: { kind: 'phone', value: '555 9999' } }, ana)).toEqual({ status: 404 });

  await desk.done(unmergeCustomers, { customerId, otherId }, lea);
  expect(await found('dana.f@work')).toEqual([otherId]);
  expect(await whoHas(readerOf(desk.pool).reader, 'email', 'dana.f@work.example')).toBe(otherId);
  expect(await opened(otherId)).toMatchObject({ customer: { id: otherId }, ids: [otherId] });
});

test('R-092 A merge of a record with itself, or of one that is merged already, is refused', async () => {
  const otherId = await anotherCustomer(desk);
  expect(await desk.ask(mergeCustomers, { customerId, otherId: customerId }, lea)).toMatchObject({ status: 422 });
  await desk.done(mergeCustomers, { customerId, otherId }, lea);
  expect(await desk.ask(mergeCustomers, { customerId, otherId }, lea)).toMatchObject({ status: 422 });
  expect(await desk.ask(mergeCustomers, { customerId, otherId }, ana)).toEqual({ status: 403 });
});

test('R-092 An import brings in every line once, also when it breaks off and goes on, and leaves those who are known as they are', async () => {
  const emails = Array.from({ length: 230 }, (_, n) => (n === 7 ? 'dana@customer.example' : `c${n}@import.example`));
  await linesLaidReady(desk, 'i1', emails);
  await desk.done(startImport, { importId: 'i1', fileName: 'all.csv' }, lea);
  await desk.done(importLines, { importId: 'i1' }, voice('system'));
  await desk.settle();
  expect(await imports.answer(desk, {}, lea)).toMatchObject({ imports: [{ id: 'i1', lines: 230, done: 230, known: 1, fileName: 'all.csv' }] });
  const { rows } = await desk.pool.query<{ n: number }>(`select count(*)::int as n from customers where 'c229@import.example' = any(emails) or emails[1] like '%@import.example'`);
  expect(rows[0]?.n).toBe(229);
  expect(await found('c229@import')).toHaveLength(1);
  expect(await desk.done(importLines, { importId: 'i1' }, voice('system'))).toEqual([]);
});
