import type { FastifyInstance } from 'fastify';
import type { Config } from '../../platform/config.ts';
import type { Desk } from '../../platform/desk.ts';
import type { WhoIs } from '../../platform/http.ts';
import { openCompanySignIn } from '../company-sign-in/doors.ts';
import { signInFlows } from './better-auth.ts';
import { cookieName } from './cookie.ts';
import { openSignInDoors } from './doors.ts';
import { openSession } from './entering.ts';
import { openSecondStep } from './second-step-doors.ts';
import { signInSecret } from './secret.ts';
import { openTokenDoor } from './tokens.ts';
import { openWelcome } from './welcome.ts';
import { whoIsBy } from './who-is.ts';

/** Opens the doors of signing in, signing out and the one-time links. Answers who asks, for all other doors. */
export const openSignIn = async (http: FastifyInstance, desk: Desk, { url, company }: Pick<Config, 'url' | 'company'>): Promise<{ whoIs: WhoIs }> => {
  const secret = await signInSecret(desk.pool);
  const cookie = cookieName(url);
  const whoIs = whoIsBy(desk.pool, secret, cookie);
  const signingIn = { flows: signInFlows(desk.pool, secret, url), cookie, whoIs };
  openSignInDoors(http, desk, signingIn);
  openSecondStep(http, desk, { ...signingIn, secret });
  openCompanySignIn(http, desk, { url, cookie, secret, company });
  openTokenDoor(http, desk, whoIs);
  openWelcome(http, desk, url, signingIn);
  return { whoIs };
};

/** A `Cookie` header for a person, as if they had signed in: for measurements with a thousand people. */
export const sessionFor = async ({ pool }: Pick<Desk, 'pool'>, { url }: Pick<Config, 'url'>, personId: string): Promise<string> =>
  openSession(pool, personId, { name: cookieName(url), secret: await signInSecret(pool) });
