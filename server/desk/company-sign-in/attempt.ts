import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { prepared } from '../../platform/prepared.ts';
import { hashOfToken, newToken } from '../sign-in/token.ts';

type Attempt = { state: string; nonce: string; verifier: string; back: string };

/** Begins a sign-in; its token goes into a cookie, so that only the browser that began it can finish it. */
export const beginAttempt = async (pool: Pool, back: string): Promise<Attempt & { token: string }> => {
  const made = { token: newToken(), state: newToken(), nonce: newToken(), verifier: newToken(), back };
  await pool.query(
    prepared(
      `with old as (delete from company_sign_ins where expires_at < desk_now())
       insert into company_sign_ins (token_hash, state, nonce, verifier, back, expires_at)
       values ($1, $2, $3, $4, $5, desk_now() + interval '10 minutes')`,
      [hashOfToken(made.token), made.state, made.nonce, made.verifier, made.back],
    ),
  );
  return made;
};

/** Each is finished once, whatever comes of it. */
export const takeAttempt = async (pool: Pool, token: string): Promise<(Attempt & { seconds: number }) | undefined> => {
  const { rows } = await pool.query<Attempt & { seconds: number }>(
    prepared(
      `delete from company_sign_ins where token_hash = $1 and expires_at > desk_now()
       returning state, nonce, verifier, back, extract(epoch from desk_now())::float8 as seconds`,
      [hashOfToken(token)],
    ),
  );
  return rows[0];
};

/** PKCE: what the provider learns first of the verifier. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
