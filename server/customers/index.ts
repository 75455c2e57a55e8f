import { renameCustomer } from './commands/rename-customer.ts';
import { customerStore } from './stores.ts';

export { customerByEmail } from './customer-by-email.ts';
export { customerStore } from './stores.ts';

/** What this subject brings to the desk. */
export const customerParts = { stores: [customerStore], commands: [renameCustomer], queries: [], reactions: [] };
