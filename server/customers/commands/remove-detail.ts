import { customers } from '@firstline/contract/customers.ts';
import { FIELDS } from '@firstline/domain/customers/customer.ts';
import { command } from '../../platform/command.ts';
import { wholeCustomer } from '../whole-customer.ts';

export const removeDetail = command({
  spec: customers.removeDetail,
  facts: wholeCustomer,
  rules: [],
  decide: (customer, { input: { kind, value } }) =>
    customer[FIELDS[kind]].includes(value) ? [{ type: 'customer.detailRemoved', customerId: customer.id, kind, personal: { value } }] : [],
});
