import { customers } from '@firstline/contract/customers.ts';
import { merging } from '@firstline/domain/customers/rules/index.ts';
import { command } from '../../platform/command.ts';
import { twoCustomers } from '../two-customers.ts';

export const mergeCustomers = command({
  spec: customers.merge,
  facts: twoCustomers,
  rules: merging,
  decide: ({ customer, other }) => {
    const { name, emails, phones, accounts } = other;
    return [
      { type: 'customer.merged', customerId: other.id, intoId: customer.id },
      { type: 'customer.absorbed', customerId: customer.id, otherId: other.id, personal: { ...(name && { name }), emails, phones, accounts } },
    ];
  },
});
