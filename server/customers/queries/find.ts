import { customerQueries, type FoundCustomer } from '@firstline/contract/customers.ts';
import { allOf } from '@firstline/domain/customers/customer.ts';
import type { Customer } from '@firstline/domain/customers/customer.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { fromRow } from '../../platform/store.ts';
import { customerStore } from '../stores.ts';
import { searchOf } from '../words.ts';

export const find = query({
  spec: customerQueries.find,
  answer: async (desk, { words, limit }) => {
    const asked = searchOf(words);
    if (!asked) return { customers: [] };
    const { rows } = await desk.pool.query<Record<string, unknown>>(
      prepared(
        `select customers.* from customer_words join customers on id = customer_id
         where words @@ to_tsquery('simple', $1) order by name nulls last, id limit $2`,
        [asked, limit],
      ),
    );
    return { customers: rows.map((row) => foundFrom(fromRow<Customer>(customerStore, row))) };
  },
});

const foundFrom = (customer: Customer): FoundCustomer => ({
  id: customer.id,
  name: customer.name,
  emails: allOf(customer, 'email'),
  phones: allOf(customer, 'phone'),
  accounts: allOf(customer, 'account'),
  address: customer.address,
});
