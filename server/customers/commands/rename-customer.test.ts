import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { cases } from '@firstline/testing/cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whoHas } from '../who-has.ts';
import { readerOf } from '../../platform/reader.ts';
import { renameCustomer } from './rename-customer.ts';

const known = cases['customers.rename'] as (desk: TestDesk) => Promise<{ input: { customerId: string; name: string }; by: Actor }>;

let desk: TestDesk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.close());

test('A customer is called what somebody corrected, and is still found by their address', async () => {
  const { input, by } = await known(desk);
  expect(await desk.done(renameCustomer, { ...input, name: ' Dana Fields ' }, by)).toMatchObject([
    { type: 'customer.named', personal: { name: 'Dana Fields' } },
  ]);
  expect(await desk.done(renameCustomer, { ...input, name: 'Dana Fields' }, by)).toEqual([]);
  expect(await whoHas(readerOf(desk.pool).reader, 'email', ' DANA@customer.example')).toBe(input.customerId);
});

test('A customer who is not there cannot be renamed, and a machine renames nobody', async () => {
  const { input, by } = await known(desk);
  expect(await desk.ask(renameCustomer, { ...input, customerId: 'nobody' }, by)).toEqual({ status: 404 });
  expect(await desk.ask(renameCustomer, input, voice('system'))).toEqual({ status: 403 });
});
