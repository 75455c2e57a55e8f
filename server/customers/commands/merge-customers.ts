import { customers } from '@firstline/contract/customers.ts';
import type { Customer } from '@firstline/domain/customers/customer.ts';
import { merging } from '@firstline/domain/customers/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { customerStore } from '../stores.ts';

export const mergeCustomers = command({
  spec: customers.merge,
  facts: async (read, { input: { customerId, otherId } }): Promise<{ customer: Customer; other: Customer } | typeof NOT_THERE> => {
    const customer = await read.take(customerStore, customerId);
    const other = await read.take(customerStore, otherId);
    return customer && other ? { customer, other } : NOT_THERE;
  },
  rules: merging,
  decide: ({ customer, other }) => {
    const { name, emails, phones, accounts } = other;
    return [
      { type: 'customer.merged', customerId: other.id, intoId: customer.id },
      { type: 'customer.absorbed', customerId: customer.id, otherId: other.id, personal: { ...(name && { name }), emails, phones, accounts } },
    ];
  },
});
