import type { Pool } from 'pg';
import { prepared } from '../../platform/prepared.ts';
import { asBackupCode } from './backup-codes.ts';
import type { Sealing } from './sealed.ts';
import { hashOfToken, newToken } from './token.ts';
import { stepOf } from './totp.ts';

const TRIES = 5;
const WRONG_BEFORE_WAIT = 10;

/** What a right password still lacks: a code, or a second step to be set up because the house wants one. */
export const lacks = async (pool: Pool, personId: string): Promise<'code' | 'setup' | undefined> => {
  const { rows } = await pool.query<{ on: boolean; asked: boolean }>(
    prepared(
      `select exists (select 1 from second_steps where person_id = $1 and confirmed) as on,
         coalesce((select second_step from houses where id = 'house'), false) as asked`,
      [personId],
    ),
  );
  if (rows[0]?.on) return 'code';
  return rows[0]?.asked ? 'setup' : undefined;
};

/** Takes back the session that the password opened, before anybody heard of it, and keeps the sign-in for five minutes. */
export const holdBack = async (pool: Pool, personId: string, sessionToken: string): Promise<string> => {
  const step = newToken();
  await pool.query(
    prepared(
      `with gone as (delete from auth_sessions where token = $3), old as (delete from waiting_sign_ins where expires_at < desk_now())
       insert into waiting_sign_ins (token_hash, person_id, expires_at) values ($1, $2, desk_now() + interval '5 minutes')`,
      [hashOfToken(step), personId, sessionToken],
    ),
  );
  return step;
};

/** Whose sign-in waits. Each look counts as a try, so that a code cannot be guessed. */
export const whoseStep = async (pool: Pool, step: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ person_id: string }>(
    prepared(
      `update waiting_sign_ins set tries = tries + 1
       where token_hash = $1 and expires_at > desk_now() and tries < $2
         and exists (select 1 from people where id = person_id and status = 'active') returning person_id`,
      [hashOfToken(step), TRIES],
    ),
  );
  return rows[0]?.person_id;
};

/** A sign-in is finished once. */
export const endStep = async (pool: Pool, step: string): Promise<boolean> => {
  const { rowCount } = await pool.query(prepared('delete from waiting_sign_ins where token_hash = $1 and expires_at > desk_now()', [hashOfToken(step)]));
  return rowCount === 1;
};

type Kept = { secret: string; confirmed: boolean; seconds: number };

export const keptStep = async (pool: Pool, personId: string): Promise<Kept | undefined> => {
  const { rows } = await pool.query<Kept>(
    prepared('select secret, confirmed, extract(epoch from desk_now())::float8 as seconds from second_steps where person_id = $1', [personId]),
  );
  return rows[0];
};

/** Whether this code opens, now and once. After ten wrong ones in a row none does for a quarter of an hour. */
export const useCode = async (pool: Pool, sealing: Sealing, personId: string, code: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    prepared(
      `update second_steps set wrong = case when wrong >= $2 then 1 else wrong + 1 end,
         waits_until = case when wrong + 1 = $2 then desk_now() + interval '15 minutes' end
       where person_id = $1 and confirmed and (waits_until is null or waits_until < desk_now())`,
      [personId, WRONG_BEFORE_WAIT],
    ),
  );
  if (rowCount !== 1) return false;
  const isRight = (await useTotp(pool, sealing, personId, code.replace(/\s/g, ''))) || (await useBackup(pool, sealing, personId, code));
  if (isRight) await pool.query(prepared('update second_steps set wrong = 0, waits_until = null where person_id = $1', [personId]));
  return isRight;
};

const useTotp = async (pool: Pool, { unseal }: Sealing, personId: string, code: string): Promise<boolean> => {
  const kept = await keptStep(pool, personId);
  const step = kept && stepOf(unseal(kept.secret, personId), code, kept.seconds);
  if (step === undefined) return false;
  const { rowCount } = await pool.query(
    prepared('update second_steps set last_step = $2 where person_id = $1 and last_step < $2', [personId, step]),
  );
  return rowCount === 1;
};

const useBackup = async (pool: Pool, { hash }: Sealing, personId: string, written: string): Promise<boolean> => {
  const code = asBackupCode(written);
  if (!code) return false;
  const { rowCount } = await pool.query(
    prepared('delete from backup_codes where person_id = $1 and code_hash = $2', [personId, hash(code, personId)]),
  );
  return rowCount === 1;
};
