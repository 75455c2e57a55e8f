import { customerQueries } from '@firstline/contract/customers.ts';
import { query } from '../../platform/query.ts';
import { openingsOf } from '../openings.ts';

export const openings = query({
  spec: customerQueries.openings,
  answer: async (desk, { customerId }) => ({ openings: await openingsOf(desk.pool, customerId) }),
});
