import { allOf, detailKey, evolveCustomer, FIELDS, type Absorbed, type Customer, type CustomerEvent, type DetailKind } from '@firstline/domain/customers/customer.ts';
import { evolveCustomerImport, type CustomerImport, type CustomerImportEvent } from '@firstline/domain/customers/customer-import.ts';
import type { Fragment } from '../platform/fragment.ts';
import type { Store } from '../platform/store.ts';
import { wordsOf } from './words.ts';

export const customerStore: Store<Customer, CustomerEvent> = {
  kind: 'customer',
  table: 'customers',
  columns: {
    id: 'text',
    version: 'integer',
    name: 'text',
    emails: 'text[]',
    phones: 'text[]',
    accounts: 'text[]',
    address: 'text',
    prefers: 'text',
    metAt: 'timestamptz',
    absorbed: 'jsonb',
    mergedInto: 'text',
  },
  evolve: evolveCustomer,
  idOf: (event) => event.customerId,
  audience: (customer) => ({ full: [`customer:${customer.id}`], outline: [] }),
  also: (customer, before) => [...identities(customer, before), ...handedOver(customer, before), ...words(customer, before)],
};

export const customerImportStore: Store<CustomerImport, CustomerImportEvent> = {
  kind: 'customerImport',
  table: 'customer_imports',
  columns: {
    id: 'text',
    version: 'integer',
    fileName: 'text',
    startedBy: 'text',
    startedAt: 'timestamptz',
    lines: 'integer',
    done: 'integer',
    known: 'integer',
    finishedAt: 'timestamptz',
  },
  evolve: evolveCustomerImport,
  idOf: (event) => event.importId,
  audience: () => ({ full: ['leads'], outline: [] }),
};

const KINDS = Object.keys(FIELDS) as DetailKind[];

type Identity = { kind: DetailKind; value: string };

const identitiesOf = (customer: Pick<Absorbed, 'emails' | 'phones' | 'accounts'>): Identity[] => {
  const all = KINDS.flatMap((kind) => customer[FIELDS[kind]].map((value): Identity => ({ kind, value: detailKey(kind, value) })));
  return [...new Map(all.map((one) => [`${one.kind} ${one.value}`, one])).values()];
};

/** Its own addresses and numbers. Those that came by a merge keep their rows, which then point here. */
const identities = (customer: Customer, before: Customer | undefined): Fragment[] => {
  const known = before ? identitiesOf(before) : [];
  const now = identitiesOf(customer);
  const isIn = (all: Identity[], one: Identity) => all.some(({ kind, value }) => kind === one.kind && value === one.value);
  return [
    ...now.filter((one) => !isIn(known, one)).map(({ kind, value }): Fragment => ({
      sql: 'insert into customer_identities (kind, value, customer_id) values (?, ?, ?)',
      values: [kind, value, customer.id],
    })),
    ...known.filter((one) => !isIn(now, one)).map(({ kind, value }): Fragment => ({
      sql: 'delete from customer_identities where kind = ? and value = ? and customer_id = ?',
      values: [kind, value, customer.id],
    })),
  ];
};

/** A merge hands the other record's addresses over, so that new mail finds the one that stays; undoing it hands them back. */
const handedOver = (customer: Customer, before: Customer | undefined): Fragment[] => {
  const hasNow = new Set(customer.absorbed.map(({ id }) => id));
  const had = new Set(before?.absorbed.map(({ id }) => id));
  return [
    ...customer.absorbed.filter(({ id }) => !had.has(id)).map(({ id }): Fragment => ({
      sql: 'update customer_identities set customer_id = ? where customer_id = ?',
      values: [customer.id, id],
    })),
    ...(before?.absorbed ?? []).filter(({ id }) => !hasNow.has(id)).map((other): Fragment => {
      const own = identitiesOf(other);
      return {
        sql: `update customer_identities set customer_id = ? where customer_id = ?
          and (kind, value) in (select * from unnest(?::text[], ?::text[]))`,
        values: [other.id, customer.id, own.map(({ kind }) => kind), own.map(({ value }) => value)],
      };
    }),
  ];
};

const words = (customer: Customer, before: Customer | undefined): Fragment[] => {
  const isSame = before && !before.mergedInto === !customer.mergedInto && before.name === customer.name && before.address === customer.address &&
    before.absorbed === customer.absorbed && KINDS.every((kind) => before[FIELDS[kind]] === customer[FIELDS[kind]]);
  if (isSame) return [];
  const all = { ...customer, emails: allOf(customer, 'email'), phones: allOf(customer, 'phone'), accounts: allOf(customer, 'account') };
  return [{
    sql: `insert into customer_words (customer_id, words) values (?, to_tsvector('simple'::regconfig, ?::text))
      on conflict (customer_id) do update set words = excluded.words`,
    values: [customer.id, customer.mergedInto ? '' : wordsOf(all)],
  }];
};
