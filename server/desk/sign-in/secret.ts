import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** What cookies are signed with: made once, kept in the database, so that every node knows the cookies of the others. */
export const signInSecret = async (pool: Pool): Promise<string> => {
  await pool.query('insert into sign_in_secret (secret) values ($1) on conflict do nothing', [
    randomBytes(48).toString('base64url'),
  ]);
  const { rows } = await pool.query<{ secret: string }>('select secret from sign_in_secret');
  return rows[0]?.secret ?? '';
};
