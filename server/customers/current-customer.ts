import type { Customer } from '@firstline/domain/customers/customer.ts';
import type { Reader } from '../platform/reader.ts';
import { customerStore } from './stores.ts';

/** The customer behind an id: the record that this one was merged into, where it was. */
export const currentCustomer = async (read: Reader, customerId: string): Promise<Customer | undefined> => {
  const customer = await read.take(customerStore, customerId);
  return customer?.mergedInto ? read.take(customerStore, customer.mergedInto) : customer;
};

/** Every id under which this customer's work stands. */
export const idsOf = ({ id, absorbed }: Customer): string[] => [id, ...absorbed.map((other) => other.id)];
