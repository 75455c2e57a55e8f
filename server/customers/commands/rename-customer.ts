import { customers } from '@firstline/contract/customers.ts';
import { command } from '../../platform/command.ts';
import { wholeCustomer } from '../whole-customer.ts';

export const renameCustomer = command({
  spec: customers.rename,
  facts: wholeCustomer,
  rules: [],
  decide: (customer, { input }) =>
    input.name.trim() === customer.name
      ? []
      : [{ type: 'customer.named', customerId: customer.id, personal: { name: input.name.trim() } }],
});
