import type { Desk } from '../platform/desk.ts';
import { prepared } from '../platform/prepared.ts';

/** Whom the desk answered by itself counts for a day. After it the address is kept no longer. */
export const forgetAcknowledged = async ({ pool }: Pick<Desk, 'pool'>): Promise<void> => {
  await pool.query(prepared(`delete from acknowledgements where at < desk_now() - interval '1 day'`, []));
};
