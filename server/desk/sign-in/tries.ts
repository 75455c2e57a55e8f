import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { prepared } from '../../platform/prepared.ts';

/** Wrong passwords in a minute: for one account, and from one address, behind which a whole floor may sit. */
const MOST_FOR_ACCOUNT = 5;
const MOST_FROM_ADDRESS = 100;

/** Keeps no email address of whoever only tried. */
const accountKey = (email: string): string => `account ${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
const addressKey = (address: string): string => `address ${address}`;

/** Counts a try before the password is looked at; answers whether it may be. An unknown account counts like a known one. */
export const mayTry = async (pool: Pool, email: string, address: string): Promise<boolean> => {
  const { rows } = await pool.query<{ key: string; tries: number }>(
    prepared(
      `insert into sign_in_tries as known (key, tries, since) select key, 1, desk_now() from unnest($1::text[]) as key
       on conflict (key) do update set
         tries = case when known.since < desk_now() - interval '1 minute' then 1 else known.tries + 1 end,
         since = case when known.since < desk_now() - interval '1 minute' then desk_now() else known.since end
       returning key, tries`,
      [[accountKey(email), addressKey(address)]],
    ),
  );
  return rows.every(({ key, tries }) => tries <= (key.startsWith('account ') ? MOST_FOR_ACCOUNT : MOST_FROM_ADDRESS));
};

/** A right password takes its own try back, and clears what is long past. */
export const rightPassword = async (pool: Pool, email: string, address: string): Promise<void> => {
  await pool.query(
    prepared(
      `with gone as (delete from auth_sessions where expires_at < desk_now()),
         forgotten as (delete from sign_in_tries where key = $1 or (since < desk_now() - interval '1 hour' and key <> $2))
       update sign_in_tries set tries = tries - 1 where key = $2`,
      [accountKey(email), addressKey(address)],
    ),
  );
};
