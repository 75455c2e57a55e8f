import { doors } from '@firstline/contract/desk.ts';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Desk } from '../../platform/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { openDoor, type SigningIn } from './doors.ts';
import { enter, sendEntered } from './entering.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { invite } from './invite-commands.ts';
import { join } from './join.ts';
import { ADMINISTRATOR_IS_THERE, hashPassword } from './passwords.ts';
import { hashOfToken, newToken, welcomeLink } from './token.ts';

/** One-time links: an administrator makes one, its holder chooses a password with it. */
export const openWelcome = (http: FastifyInstance, desk: Desk, url: string, { flows, whoIs }: SigningIn): void => {
  openDoor(http, doors.inviteLink, async ({ personId }, request, reply) => {
    const by = await whoIs(request);
    if (!by) return sendProblem(reply, 'not-signed-in');
    if (by.only || !by.roles.includes('administrator')) return sendProblem(reply, 'not-allowed');
    const token = newToken();
    const outcome = await desk.run(invite(hashOfToken(token)), { personId }, inTheNameOf(by.id), {
      commandId: randomUUID(),
    });
    if (outcome.status === 422) return sendProblem(reply, 'refused', { refused: outcome.refused });
    if (outcome.status !== 200) return sendProblem(reply, outcome.status === 409 ? 'busy' : 'not-there');
    return reply.send({ link: welcomeLink(url, token), until: (outcome.done[0] as { until?: string } | undefined)?.until });
  });

  openDoor(http, doors.welcomeWho, async ({ token }, _, reply) => {
    const who = await whoseLink(desk.pool, hashOfToken(token));
    if (!who) return sendProblem(reply, 'not-there');
    const { founds, name, email, initials } = who;
    return reply.send(founds ? { founds } : { founds, name, email, initials });
  });

  openDoor(http, doors.welcome, async ({ token, password, ...called }, _, reply) => {
    const tokenHash = hashOfToken(token);
    const who = await whoseLink(desk.pool, tokenHash);
    if (!who) return sendProblem(reply, 'not-there');
    const missing = who.founds ? (['name', 'email', 'initials'] as const).filter((field) => !called[field]) : [];
    if (missing.length > 0)
      return sendProblem(reply, 'bad-input', { issues: missing.map((path) => ({ path, says: 'This is needed.' })) });

    const outcome = await desk.run(
      join({ tokenHash, passwordHash: await hashPassword(password) }),
      { called },
      inTheNameOf(who.personId),
      { commandId: randomUUID() },
    );
    if (outcome.status === 422) return sendProblem(reply, 'refused', { refused: outcome.refused });
    if (outcome.status !== 200) return sendProblem(reply, outcome.status === 409 ? 'busy' : 'not-there');
    const entered = await enter(flows, desk.pool, called.email ?? who.email ?? '', password);
    return entered ? sendEntered(reply, entered) : sendProblem(reply, 'not-signed-in');
  });
};

type Whose = { personId: string; founds: boolean; name?: string; email?: string; initials?: string };

const whoseLink = async (pool: Pool, tokenHash: string): Promise<Whose | undefined> => {
  const { rows } = await pool.query<Whose>(
    prepared(
      `select person_id as "personId", founds, name, email, initials from invites left join people on people.id = person_id
       where token_hash = $1 and used_at is null and expires_at > desk_now()
         and case when founds then not ${ADMINISTRATOR_IS_THERE} else status = 'active' end`,
      [tokenHash],
    ),
  );
  return rows[0];
};
