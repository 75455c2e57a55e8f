import type { Reader } from '../platform/reader.ts';
import { IS_CONTACT } from './contacts.ts';

/** The last word with the customer, and whether it was ours. */
export const lastContact = async (read: Reader, conversationId: string): Promise<{ at: string; ours: boolean } | undefined> =>
  (
    await read.rows<{ at: string; ours: boolean }>(
      `select at, ours from (
         select at, direction = 'out' as ours from messages where conversation_id = $1 and ${IS_CONTACT}
         union all select at, true from attempts where conversation_id = $1
       ) as contacts order by at desc limit 1`,
      [conversationId],
    )
  )[0];
