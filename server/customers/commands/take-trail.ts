import { customers } from '@firstline/contract/customers.ts';
import { command } from '../../platform/command.ts';
import { wholeCustomer } from '../whole-customer.ts';

export const takeTrail = command({
  spec: customers.takeTrail,
  facts: wholeCustomer,
  rules: [],
  decide: (customer, { input }) => [{ type: 'customer.trailTaken', customerId: customer.id, as: input.as }],
});
