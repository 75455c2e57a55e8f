import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../../platform/config.ts';
import type { Desk } from '../../platform/desk.ts';
import type { WhoIs } from '../../platform/http.ts';
import { signInFlows } from './better-auth.ts';
import { cookieName, signedCookie } from './cookie.ts';
import { openSignInDoors } from './doors.ts';
import { signInSecret } from './secret.ts';
import { openTokenDoor } from './tokens.ts';
import { newToken } from './token.ts';
import { openWelcome } from './welcome.ts';
import { whoIsBy } from './who-is.ts';

/** Opens the doors of signing in, signing out and the one-time links. Answers who asks, for all other doors. */
export const openSignIn = async (http: FastifyInstance, desk: Desk, { url }: Pick<Config, 'url'>): Promise<{ whoIs: WhoIs }> => {
  const secret = await signInSecret(desk.pool);
  const cookie = cookieName(url);
  const whoIs = whoIsBy(desk.pool, secret, cookie);
  const signingIn = { flows: signInFlows(desk.pool, secret, url), cookie, whoIs };
  openSignInDoors(http, desk, signingIn);
  openTokenDoor(http, desk, whoIs);
  openWelcome(http, desk, url, signingIn);
  return { whoIs };
};

/** A `Cookie` header for a person, as if they had signed in: for measurements with a thousand people. */
export const sessionFor = async ({ pool }: Pick<Desk, 'pool'>, { url }: Pick<Config, 'url'>, personId: string): Promise<string> => {
  const token = newToken();
  await pool.query(
    `insert into auth_sessions (id, user_id, token, expires_at, updated_at)
     values ($1, $2, $3, desk_now() + interval '12 hours', desk_now())`,
    [uuidv7(), personId, token],
  );
  return signedCookie(cookieName(url), token, await signInSecret(pool));
};
