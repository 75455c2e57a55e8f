import { detailKey, type DetailKind } from '@firstline/domain/customers/customer.ts';
import type { Reader } from '../platform/reader.ts';

/** Who has this address or number, however it is written, if we have met them. */
export const whoHas = async (read: Reader, kind: DetailKind, value: string): Promise<string | undefined> => {
  const rows = await read.rows<{ id: string }>('select customer_id as id from customer_identities where kind = $1 and value = $2', [
    kind,
    detailKey(kind, value),
  ]);
  return rows[0]?.id;
};
