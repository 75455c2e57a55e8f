import { customers } from '@firstline/contract/customers.ts';
import { command } from '../../platform/command.ts';
import { wholeCustomer } from '../whole-customer.ts';

export const setAddress = command({
  spec: customers.setAddress,
  facts: wholeCustomer,
  rules: [],
  decide: (customer, { input }) => {
    const address = input.address?.trim() || undefined;
    return customer.address === address ? [] : [{ type: 'customer.addressSet', customerId: customer.id, personal: { address } }];
  },
});
