import type { Customer } from '@firstline/domain/customers/customer.ts';
import { NOT_THERE } from '../platform/command.ts';
import type { Reader } from '../platform/reader.ts';
import { customerStore } from './stores.ts';

type Two = { customer: Customer; other: Customer };

/** Both records of a merge, or of its undoing. */
export const twoCustomers = async (read: Reader, { input: { customerId, otherId } }: { input: { customerId: string; otherId: string } }): Promise<Two | typeof NOT_THERE> => {
  const customer = await read.take(customerStore, customerId);
  const other = await read.take(customerStore, otherId);
  return customer && other ? { customer, other } : NOT_THERE;
};
