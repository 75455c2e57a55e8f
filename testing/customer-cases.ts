import type { Actor } from '@firstline/domain/desk/role.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { addDetail } from '@firstline/server/customers/commands/add-detail.ts';
import { mergeCustomers } from '@firstline/server/customers/commands/merge-customers.ts';
import { startImport } from '@firstline/server/customers/commands/start-import.ts';
import { receiveMessage } from '@firstline/server/conversations/commands/receive-message.ts';
import { holding, letter } from './at-work.ts';
import type { TestDesk } from './open-desk.ts';

type Case = { input: Record<string, unknown>; by: Actor };

const lead = (desk: TestDesk) => desk.person('Lea Moss', ['supervisor', 'manager']);

/** A customer whose task somebody holds. */
export const customerHeld = async (desk: TestDesk): Promise<{ ana: Actor; customerId: string }> => {
  const { ana, taskId } = await holding(desk);
  const { rows } = await desk.pool.query<{ id: string }>('select customer_id as id from tasks where id = $1', [taskId]);
  return { ana, customerId: rows[0]?.id ?? '' };
};

/** Somebody else who wrote. */
export const anotherCustomer = async (desk: TestDesk, from = 'dana.f@work.example'): Promise<string> => {
  const done = await desk.done(receiveMessage, { ...letter(), from, rfcId: `<${from}>` }, voice('system'));
  return String(done.find(({ type }) => type === 'customer.met')?.customerId);
};

const onCustomer = (input: Record<string, unknown>) => async (desk: TestDesk): Promise<Case> => {
  const { ana, customerId } = await customerHeld(desk);
  return { input: { customerId, ...input }, by: ana };
};

const onTwo = async (desk: TestDesk): Promise<Case> => {
  const { customerId } = await customerHeld(desk);
  return { input: { customerId, otherId: await anotherCustomer(desk) }, by: await lead(desk) };
};

/** Lines of a file that was read, as the door lays them ready. */
export const linesLaidReady = async (desk: TestDesk, importId: string, emails: readonly string[]): Promise<void> => {
  for (const [at, email] of emails.entries())
    await desk.pool.query('insert into customer_import_lines (import_id, line, details, read_at) values ($1, $2, $3, desk_now())', [
      importId, at + 2, JSON.stringify({ name: `Customer ${at}`, emails: [email], phones: [], accounts: [] }),
    ]);
};

const laidReady = async (desk: TestDesk): Promise<Case> => {
  await linesLaidReady(desk, 'import-1', ['kim@customer.example', 'lou@customer.example']);
  return { input: { importId: 'import-1', fileName: 'customers.csv' }, by: await lead(desk) };
};

export const customerCases: Record<string, (desk: TestDesk) => Promise<Case>> = {
  'customers.rename': onCustomer({ name: 'Dana Fields' }),
  'customers.addDetail': onCustomer({ detail: { kind: 'phone', value: '+1 555 010 2231' } }),
  'customers.removeDetail': async (desk) => {
    const { ana, customerId } = await customerHeld(desk);
    await desk.done(addDetail, { customerId, detail: { kind: 'phone', value: '+1 555 010 2231' } }, ana);
    return { input: { customerId, kind: 'phone', value: '+1 555 010 2231' }, by: ana };
  },
  'customers.setPreference': onCustomer({ prefers: 'call' }),
  'customers.setAddress': async (desk) => {
    const { customerId } = await customerHeld(desk);
    return { input: { customerId, address: '4 Mill Lane, Newtown' }, by: await desk.person('Bo Lind', ['back-office']) };
  },
  'customers.merge': onTwo,
  'customers.unmerge': async (desk) => {
    const known = await onTwo(desk);
    await desk.done(mergeCustomers, known.input as { customerId: string; otherId: string }, known.by);
    return known;
  },
  'customers.takeTrail': async (desk) => ({ ...(await onCustomer({ as: 'csv' })(desk)), by: await desk.person('Mia Dorn', ['manager']) }),
  'customers.startImport': laidReady,
  'customers.importLines': async (desk) => {
    const { input, by } = await laidReady(desk);
    await desk.done(startImport, input as { importId: string; fileName: string }, by);
    return { input: { importId: 'import-1' }, by: voice('system') };
  },
};
