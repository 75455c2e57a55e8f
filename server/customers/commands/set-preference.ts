import { customers } from '@firstline/contract/customers.ts';
import { command } from '../../platform/command.ts';
import { wholeCustomer } from '../whole-customer.ts';

export const setPreference = command({
  spec: customers.setPreference,
  facts: wholeCustomer,
  rules: [],
  decide: (customer, { input: { prefers } }) =>
    customer.prefers === prefers ? [] : [{ type: 'customer.preferenceSet', customerId: customer.id, prefers }],
});
