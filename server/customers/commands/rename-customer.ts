import { customers } from '@firstline/contract/customers.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { customerStore } from '../stores.ts';

export const renameCustomer = command({
  spec: customers.rename,
  facts: async (read, { input }) => (await read.take(customerStore, input.customerId)) ?? NOT_THERE,
  rules: [],
  decide: (customer, { input }) =>
    input.name.trim() === customer.name
      ? []
      : [{ type: 'customer.named', customerId: customer.id, personal: { name: input.name.trim() } }],
});
