import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Desk } from '../../platform/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { cookieIn } from '../sign-in/cookie.ts';
import { openSession, sessionCookie } from '../sign-in/entering.ts';
import { beginAttempt, challengeOf, takeAttempt } from './attempt.ts';
import { emailIn } from './id-token.ts';
import { providerOf, type Company } from './provider.ts';

const COOKIE = 'firstline.company';
const PATH = '/api/auth/company';

const going = z.object({ back: z.string().max(2000).regex(/^\/(?![/\\])/).catch('/') });
const coming = z.object({ state: z.string().max(200), code: z.string().min(1).max(4000) });

type Entry = { url: string; cookie: string; secret: string; company?: Company };

/** Signing in with the company account: OpenID Connect, code flow with PKCE. Whoever was not added stays outside. */
export const openCompanySignIn = (http: FastifyInstance, desk: Desk, { url, cookie, secret, company }: Entry): void => {
  http.get('/api/auth/ways', (_, reply) => reply.send(company ? { company: company.name } : {}));
  if (!company) return;
  const provider = providerOf(company);
  const redirect = `${url.replace(/\/$/, '')}${PATH}/back`;
  const flags = `Path=${PATH}; HttpOnly; SameSite=Lax${url.startsWith('https:') ? '; Secure' : ''}`;

  const refuse = (reply: FastifyReply, why: string): FastifyReply => {
    desk.log.info({ why }, 'A sign-in with the company account came to nothing.');
    return reply.redirect(`/sign-in?company=${why === 'provider' ? 'silent' : 'refused'}`);
  };

  http.get(PATH, async (request, reply) => {
    const { back } = going.parse(request.query);
    const where = await provider.authorization().catch(silent(desk));
    if (!where) return refuse(reply, 'provider');
    const { token, state, nonce, verifier } = await beginAttempt(desk.pool, back);
    const asked = { response_type: 'code', client_id: company.clientId, redirect_uri: redirect, scope: 'openid email', state, nonce, code_challenge: challengeOf(verifier), code_challenge_method: 'S256' };
    const address = new URL(where);
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return reply.header('set-cookie', `${COOKIE}=${token}; Max-Age=600; ${flags}`).redirect(address.href);
  });

  const emailOf = async (request: FastifyRequest): Promise<{ email: string; back: string } | { wrong: string }> => {
    const attempt = await takeAttempt(desk.pool, cookieIn(request.headers.cookie, COOKIE) ?? '');
    const said = coming.safeParse(request.query);
    if (!attempt || !said.success || said.data.state !== attempt.state) return { wrong: 'state' };
    const { nonce, verifier, seconds, back } = attempt;
    const token = await provider.exchange({ code: said.data.code, verifier, redirect });
    if (!token) return { wrong: 'code' };
    const vouched = emailIn(token, await provider.keys(), { issuer: company.issuer, clientId: company.clientId, nonce, seconds });
    return 'wrong' in vouched ? vouched : { email: vouched.email, back };
  };

  http.get(`${PATH}/back`, async (request, reply) => {
    void reply.header('set-cookie', `${COOKIE}=; Max-Age=0; ${flags}`);
    const vouched = (await emailOf(request).catch(silent(desk))) ?? { wrong: 'provider' };
    if ('wrong' in vouched) return refuse(reply, vouched.wrong);
    const { rows } = await desk.pool.query<{ id: string }>(
      prepared(`select id from people where lower(email) = lower($1) and status = 'active'`, [vouched.email]),
    );
    if (!rows[0]) return refuse(reply, 'stranger');
    const pair = await openSession(desk.pool, rows[0].id, { name: cookie, secret });
    return reply.header('set-cookie', sessionCookie(pair)).redirect(vouched.back);
  });
};

/** An administrator has to look: the provider is not there, or not as it was set up. */
const silent = (desk: Desk) => (error: unknown): undefined => {
  desk.log.error({ err: error }, 'The company’s sign-in provider does not answer as it should.');
};
