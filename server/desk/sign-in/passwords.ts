import { hashPassword } from 'better-auth/crypto';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Fragment } from '../../platform/fragment.ts';
import { prepared } from '../../platform/prepared.ts';

export { hashPassword };

/** Gives a person this password, of which only the hash is ever kept. */
export const keepPassword = (personId: string, passwordHash: string): Fragment => ({
  sql: `insert into auth_accounts (id, user_id, provider_id, account_id, password) values (?, ?, 'credential', ?, ?)
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = desk_now()`,
  values: [uuidv7(), personId, personId, passwordHash],
});

/** Whether somebody is there who can sign in and look after the desk. */
export const hasAdministrator = async (pool: Pick<Pool, 'query'>): Promise<boolean> => {
  const { rows } = await pool.query<{ there: boolean }>(prepared(`select (${ADMINISTRATOR_IS_THERE}) as there`, []));
  return rows[0]?.there ?? false;
};

export const ADMINISTRATOR_IS_THERE = `exists (
  select 1 from people join auth_accounts on user_id = people.id and password is not null
  where status = 'active' and 'administrator' = any (roles))`;
