import type { CustomerRecord } from '@firstline/contract/customers.ts';
import { evolveCustomerImport, type CustomerImport, type CustomerImportEvent } from '@firstline/domain/customers/customer-import.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** A record that is open is asked for again when it changed. */
export const evolveRecord: Evolve<CustomerRecord, unknown> = (data, { kind, id }) =>
  kind === 'customer' && data.ids.includes(id) ? { data, again: 'now' } : { data };

/** How far each import is. */
export const evolveImports: Evolve<{ imports: CustomerImport[] }, unknown> = (data, { kind, id, event }) => {
  if (kind !== 'customerImport') return { data };
  const known = data.imports.find((one) => one.id === id);
  if (known && event.version <= known.version) return { data };
  if (known ? event.version !== known.version + 1 : event.version !== 1) return { data, again: 'now' };
  const now = evolveCustomerImport(known, event as unknown as Recorded<CustomerImportEvent>);
  return { data: { imports: known ? data.imports.map((one) => (one.id === id ? now : one)) : [now, ...data.imports] } };
};
