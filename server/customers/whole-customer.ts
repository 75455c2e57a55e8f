import type { Customer } from '@firstline/domain/customers/customer.ts';
import { NOT_THERE } from '../platform/command.ts';
import type { Reader } from '../platform/reader.ts';
import { customerStore } from './stores.ts';

/** The customer, unless the record is part of another one: that one is then worked on. */
export const wholeCustomer = async (read: Reader, { input }: { input: { customerId: string } }): Promise<Customer | typeof NOT_THERE> => {
  const customer = await read.take(customerStore, input.customerId);
  return customer && !customer.mergedInto ? customer : NOT_THERE;
};
