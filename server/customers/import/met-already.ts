import { detailKey, FIELDS, type CustomerDetails, type DetailKind } from '@firstline/domain/customers/customer.ts';
import type { Reader } from '../../platform/reader.ts';

/** `kind value` of each address and number. */
export const keysOf = (details: Pick<CustomerDetails, 'emails' | 'phones' | 'accounts'>): string[] =>
  (Object.keys(FIELDS) as DetailKind[]).flatMap((kind) => details[FIELDS[kind]].map((value) => `${kind} ${detailKey(kind, value)}`));

/** Those of their addresses and numbers that somebody has. */
export const metAlready = async (read: Pick<Reader, 'rows'>, lines: readonly { details: CustomerDetails }[]): Promise<Set<string>> => {
  const keys = lines.flatMap(({ details }) => keysOf(details));
  const rows = await read.rows<{ key: string }>(
    `select kind || ' ' || value as key from customer_identities
     where (kind, value) in (select split_part(key, ' ', 1), substr(key, position(' ' in key) + 1) from unnest($1::text[]) as key)`,
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
};
