import { commandSpec, id, line, WORKERS } from './spec.ts';

/** What may be asked about customers. */
export const customers = {
  rename: commandSpec('customers.rename', WORKERS, 'Corrects what a customer is called.', {
    customerId: id,
    name: line(200).refine((value) => value.trim() !== '', 'Write a name.'),
  }),
};
