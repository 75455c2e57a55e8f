import { evolveCustomer, type Customer, type CustomerEvent } from '@firstline/domain/customers/customer.ts';
import type { Fragment, Store } from '../platform/store.ts';

export const customerStore: Store<Customer, CustomerEvent> = {
  kind: 'customer',
  table: 'customers',
  columns: {
    id: 'text',
    version: 'integer',
    name: 'text',
    emails: 'text[]',
    phones: 'text[]',
    address: 'text',
    prefers: 'text',
    metAt: 'timestamptz',
  },
  evolve: evolveCustomer,
  idOf: (event) => event.customerId,
  audience: (customer) => ({ full: [`customer:${customer.id}`], outline: [] }),
  also: (customer, before) => {
    const known = before ? identitiesOf(before) : [];
    return identitiesOf(customer)
      .filter(([kind, value]) => !known.some((old) => old[0] === kind && old[1] === value))
      .map(([kind, value]) => identify(kind, value, customer.id));
  },
};

/** How an email address is looked up: people write their own in any case. */
export const emailKey = (address: string): string => address.trim().toLowerCase();

const identitiesOf = ({ emails, phones }: Customer): [kind: 'email' | 'phone', value: string][] => [
  ...emails.map((email): ['email', string] => ['email', emailKey(email)]),
  ...phones.map((phone): ['phone', string] => ['phone', phone.trim()]),
];

const identify = (kind: string, value: string, customerId: string): Fragment => ({
  sql: 'insert into customer_identities (kind, value, customer_id) values (?, ?, ?)',
  values: [kind, value, customerId],
});
