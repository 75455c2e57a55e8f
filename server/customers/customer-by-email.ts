import type { Reader } from '../platform/reader.ts';
import { emailKey } from './stores.ts';

/** Who has this address, if we have met them. */
export const customerByEmail = async (read: Reader, address: string): Promise<string | undefined> => {
  const rows = await read.rows<{ id: string }>(
    `select customer_id as id from customer_identities where kind = 'email' and value = $1`,
    [emailKey(address)],
  );
  return rows[0]?.id;
};
