import { customers } from '@firstline/contract/customers.ts';
import { allOf, calledName, detailKey, type Customer } from '@firstline/domain/customers/customer.ts';
import { adding, type Adding } from '@firstline/domain/customers/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { customerStore } from '../stores.ts';
import { whoHas } from '../who-has.ts';

export const addDetail = command({
  spec: customers.addDetail,
  facts: async (read, { input: { customerId, detail } }): Promise<(Adding & { customer: Customer }) | typeof NOT_THERE> => {
    const customer = await read.take(customerStore, customerId);
    if (!customer || customer.mergedInto) return NOT_THERE;
    const ownerId = await whoHas(read, detail.kind, detail.value);
    const owner = ownerId && ownerId !== customerId ? await read.take(customerStore, ownerId) : undefined;
    return { customer, owner: owner && calledName(owner) };
  },
  rules: adding,
  decide: ({ customer }, { input: { detail } }) =>
    allOf(customer, detail.kind).some((value) => detailKey(detail.kind, value) === detailKey(detail.kind, detail.value))
      ? []
      : [{ type: 'customer.detailAdded', customerId: customer.id, kind: detail.kind, personal: { value: detail.value.trim() } }],
});
