import { customerQueries, type CustomerRecord } from '@firstline/contract/customers.ts';
import { NOT_THERE } from '../../platform/command.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { currentCustomer, idsOf } from '../current-customer.ts';
import { noteOpening } from '../openings.ts';

export const record = query({
  spec: customerQueries.record,
  answer: async (desk, { customerId }, by): Promise<CustomerRecord | typeof NOT_THERE> => {
    const customer = await currentCustomer(readerOf(desk.pool).reader, customerId);
    if (!customer) return NOT_THERE;
    await noteOpening(desk.pool, customer.id, by.id);
    return { customer, ids: idsOf(customer) };
  },
});
