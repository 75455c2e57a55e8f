import type { Pool } from 'pg';
import { prepared } from '../../../platform/prepared.ts';

/**
 * The mark that the text of a mail is on its way to the mail server. It belongs to the lease of the job, not to the
 * history: whoever finds it without an outcome knows that a try was cut, and sends nothing again.
 */
export const isHandedOver = async (pool: Pool, messageId: string): Promise<boolean> => {
  const { rows } = await pool.query(prepared('select 1 from mail_hand_overs where message_id = $1', [messageId]));
  return rows.length > 0;
};

/** Sets the mark; false when somebody else has, or when the mail has its outcome. */
export const beginHandOver = async (pool: Pool, messageId: string): Promise<boolean> => {
  const { rows } = await pool.query(
    prepared(
      `insert into mail_hand_overs (message_id, at)
       select id, desk_now() from messages where id = $1 and state = 'queued'
       on conflict do nothing returning 1`,
      [messageId],
    ),
  );
  return rows.length > 0;
};

/** The mail server certainly did not take it, or the outcome is written down. */
export const takeBack = async (pool: Pool, messageId: string): Promise<void> => {
  await pool.query(prepared('delete from mail_hand_overs where message_id = $1', [messageId]));
};
