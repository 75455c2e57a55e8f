import { APIError } from 'better-auth/api';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { prepared } from '../../platform/prepared.ts';
import type { SignInFlows } from './better-auth.ts';
import { signedCookie } from './cookie.ts';
import { holdBack, lacks } from './second-step.ts';
import { newToken } from './token.ts';

type Entered = { cookies: string[] } | { step: string; lacks: 'code' | 'setup' };

/** A right password opens a session, or leads to the second step. Nothing when it may not be. */
export const enter = async (flows: SignInFlows, pool: Pool, email: string, password: string): Promise<Entered | undefined> => {
  const done = await refusable(flows.api.signInEmail({ body: { email, password }, returnHeaders: true }));
  if (!done) return undefined;
  const { user, token } = done.response;
  const lacking = await lacks(pool, user.id);
  return lacking ? { step: await holdBack(pool, user.id, token), lacks: lacking } : { cookies: untilTheBrowserCloses(done.headers) };
};

export const sendEntered = (reply: FastifyReply, entered: Entered): FastifyReply =>
  'cookies' in entered ? reply.header('set-cookie', entered.cookies).send({}) : reply.send(entered);

export const refusable = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  }
};

/** No workstation keeps the session: the browser drops it when it closes, and the server after 12 hours without use. */
export const untilTheBrowserCloses = (headers: Headers): string[] =>
  headers.getSetCookie().map((cookie) => cookie.replace(/; Max-Age=\d+/, ''));

/** A session of our own making, for whoever came in by more than a password: `name=token.signature`. */
export const openSession = async (pool: Pool, personId: string, { name, secret }: { name: string; secret: string }): Promise<string> => {
  const token = newToken();
  await pool.query(
    prepared(
      `insert into auth_sessions (id, user_id, token, expires_at, updated_at)
       values ($1, $2, $3, desk_now() + interval '12 hours', desk_now())`,
      [uuidv7(), personId, token],
    ),
  );
  return signedCookie(name, token, secret);
};

/** As better-auth sets it. */
export const sessionCookie = (pair: string): string => `${pair}; Path=/; HttpOnly; SameSite=Lax${pair.startsWith('__Secure-') ? '; Secure' : ''}`;
