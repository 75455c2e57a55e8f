import { customers } from '@firstline/contract/customers.ts';
import { command } from '../../platform/command.ts';
import { twoCustomers } from '../two-customers.ts';

export const unmergeCustomers = command({
  spec: customers.unmerge,
  facts: twoCustomers,
  rules: [],
  decide: ({ customer, other }) =>
    other.mergedInto === customer.id
      ? [
          { type: 'customer.separated', customerId: other.id, fromId: customer.id },
          { type: 'customer.released', customerId: customer.id, otherId: other.id },
        ]
      : [],
});
