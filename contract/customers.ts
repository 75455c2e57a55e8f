import type { Customer } from '@firstline/domain/customers/customer.ts';
import type { CustomerImport } from '@firstline/domain/customers/customer-import.ts';
import { LEADING, type Role } from '@firstline/domain/desk/role.ts';
import { z } from 'zod';
import { commandSpec, id, line, querySpec, WORKERS } from './spec.ts';

/** Who may write a new address down; everybody else asks by a note and an escalation. */
const ADDRESS_KEEPERS: readonly Role[] = ['account-team', 'back-office', 'supervisor', 'manager'];

const detail = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), value: z.email('Write a whole email address.').max(320) }),
  z.strictObject({ kind: z.literal('phone'), value: line(40).regex(/^\+?[\d\s()./-]{5,39}$/, 'Write a number of digits, with + and the country where needed.') }),
  z.strictObject({ kind: z.literal('account'), value: line(60).refine((value) => /[\p{L}\p{N}]/u.test(value), 'Write the number.') }),
]);

/** What may be asked about customers. */
export const customers = {
  rename: commandSpec('customers.rename', WORKERS, 'Corrects what a customer is called.', {
    customerId: id,
    name: line(200).refine((value) => value.trim() !== '', 'Write a name.'),
  }),
  addDetail: commandSpec('customers.addDetail', WORKERS, 'Adds a phone number, an email address or an account number.', { customerId: id, detail }),
  removeDetail: commandSpec('customers.removeDetail', WORKERS, 'Takes a phone number, an email address or an account number from a customer.', {
    customerId: id,
    kind: z.enum(['email', 'phone', 'account']),
    value: line(320),
  }),
  setPreference: commandSpec('customers.setPreference', WORKERS, 'Says how a customer wants to be reached; without a way, they said none.', {
    customerId: id,
    prefers: z.enum(['email', 'text', 'call']).optional(),
  }),
  setAddress: commandSpec('customers.setAddress', ADDRESS_KEEPERS, 'Writes down where a customer lives. Agents ask for it by a note and an escalation.', {
    customerId: id,
    address: line(400).optional(),
  }),
  merge: commandSpec('customers.merge', LEADING, 'Joins another record of the same customer to this one. It can be undone.', { customerId: id, otherId: id }),
  unmerge: commandSpec('customers.unmerge', LEADING, 'Undoes a merge: the other record stands alone again, with all that it had.', { customerId: id, otherId: id }),
  takeTrail: commandSpec('customers.takeTrail', ['manager'], 'Writes down that the whole contact trail of a customer was printed or exported.', { customerId: id, as: z.enum(['html', 'csv']) }),
  startImport: commandSpec('customers.startImport', ['manager', 'administrator'], 'Brings in the lines of a file that was read before.', { importId: id, fileName: line(200) }),
  importLines: commandSpec('customers.importLines', ['system'], 'Brings in the next lines of an import.', { importId: id }),
};

/** Somebody as a search finds them. */
export type FoundCustomer = Pick<Customer, 'id' | 'name' | 'emails' | 'phones' | 'accounts' | 'address'>;
export type CustomerRecord = { customer: Customer; /** Ids under which their earlier work stands. */ ids: string[] };
export type Opening = { by: string; name?: string; at: string };

/** What may be read about customers. */
export const customerQueries = {
  find: querySpec(
    'customers.find',
    [...WORKERS, 'administrator'],
    'Customers by name, phone number (or how it ends), email, address or account number.',
    { words: line(200).min(2), limit: z.coerce.number().int().min(1).max(50).default(20) },
    z.custom<{ customers: FoundCustomer[] }>(),
  ),
  record: querySpec('customers.record', [...WORKERS, 'administrator'], 'One customer. That it was opened is written down.', { customerId: id }, z.custom<CustomerRecord>()),
  openings: querySpec('customers.openings', LEADING, 'Who opened a record, and when.', { customerId: id }, z.custom<{ openings: Opening[] }>()),
  imports: querySpec('customers.imports', ['manager', 'administrator'], 'The newest imports and how far they are.', {}, z.custom<{ imports: CustomerImport[] }>()),
};

export type ImportProblem = { line: number; says: string };
/** What `POST /api/customers.readFile` (a CSV file as its body) answers: nothing is brought in yet. */
export type ImportPreview = {
  importId: string;
  columns: { title: string; field?: string }[];
  /** Lines that can come in, those already known included. */
  good: number;
  known: number;
  problems: ImportProblem[];
  /** How many lines have a problem; the first are listed. */
  problemLines: number;
  sample: FoundCustomer[];
};
