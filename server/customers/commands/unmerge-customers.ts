import { customers } from '@firstline/contract/customers.ts';
import type { Customer } from '@firstline/domain/customers/customer.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { customerStore } from '../stores.ts';

export const unmergeCustomers = command({
  spec: customers.unmerge,
  facts: async (read, { input: { customerId, otherId } }): Promise<{ customer: Customer; other: Customer } | typeof NOT_THERE> => {
    const customer = await read.take(customerStore, customerId);
    const other = await read.take(customerStore, otherId);
    return customer && other ? { customer, other } : NOT_THERE;
  },
  rules: [],
  decide: ({ customer, other }) =>
    other.mergedInto === customer.id
      ? [
          { type: 'customer.separated', customerId: other.id, fromId: customer.id },
          { type: 'customer.released', customerId: customer.id, otherId: other.id },
        ]
      : [],
});
