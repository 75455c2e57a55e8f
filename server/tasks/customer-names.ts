import type { CustomerEvent } from '@firstline/domain/customers/customer.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { on } from '../platform/reaction.ts';
import { nameCustomer } from './commands/name-customer.ts';

/** After these somebody may be called otherwise: who has no name is called by what they wrote from. */
const NAMING = ['customer.named', 'customer.detailAdded', 'customer.detailRemoved', 'customer.merged', 'customer.separated'] as const;

/** Open tasks carry the name that holds now. */
export const tasksCarryTheName = NAMING.map((type) =>
  on<Recorded<Extract<CustomerEvent, { type: (typeof NAMING)[number] }>>>(type, `tasks.nameAfter.${type}`, async ({ customerId }, desk, { commandId }) => {
    await desk.run(nameCustomer, { customerId }, voice('system'), { commandId });
  }),
);
