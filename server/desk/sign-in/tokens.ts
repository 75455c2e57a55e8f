import type { Actor } from '@firstline/domain/desk/role.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessDoors } from '@firstline/contract/access.ts';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Desk } from '../../platform/desk.ts';
import type { WhoIs } from '../../platform/http.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { openDoor } from './doors.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { knownSessions } from './known-sessions.ts';
import { makeToken } from './token-commands.ts';
import { hashOfToken, newToken } from './token.ts';

/** So that whoever finds one in a file knows what it opens, and tools that look for leaked keys find it. */
const MARK = 'firstline_';
const BEARER = new RegExp(`^Bearer ${MARK}([\\w-]{43})$`);

/** The token that a request carries, if it has the shape of one. */
export const tokenIn = (request: FastifyRequest): string | undefined => BEARER.exec(request.headers.authorization ?? '')?.[1];

/** Which program asks. A revoked token is forgotten on every node as soon as the journal tells. */
export const programBy = (pool: Pool) => {
  const known = knownSessions(pool);
  return (token: string): Promise<Actor | undefined> => {
    const hash = hashOfToken(token);
    return known.find(`token ${hash}`, () => programOf(pool, hash));
  };
};

type Row = { id: string; name: string; roles: Actor['roles']; queue_ids: string[]; only: string[]; stale: boolean };

/** The last use is kept to the minute: a busy program writes nothing more. */
const programOf = async (pool: Pool, hash: string): Promise<Actor | undefined> => {
  const { rows } = await pool.query<Row>(
    prepared(
      `select id, name, roles, queue_ids, "only", last_used_at is null or last_used_at < desk_now() - interval '1 minute' as stale
       from token_secrets join tokens on tokens.id = token_id where token_hash = $1 and status = 'active'`,
      [hash],
    ),
  );
  const row = rows[0];
  if (!row) return undefined;
  if (row.stale) await pool.query(prepared('update token_secrets set last_used_at = desk_now() where token_hash = $1', [hash]));
  return { id: row.id, name: row.name, initials: '', roles: row.roles, queueIds: row.queue_ids, only: row.only };
};

/** Makes a token for a person who is an administrator: no program makes itself another. */
export const openTokenDoor = (http: FastifyInstance, desk: Desk, whoIs: WhoIs): void =>
  openDoor(http, accessDoors.makeToken, async (input, request, reply) => {
    const by = await whoIs(request);
    if (!by) return sendProblem(reply, 'not-signed-in');
    if (by.only || !by.roles.includes('administrator')) return sendProblem(reply, 'not-allowed');
    const token = newToken();
    const tokenId = uuidv7();
    const outcome = await desk.run(makeToken(hashOfToken(token), tokenId), input, inTheNameOf(by.id), { commandId: randomUUID() });
    if (outcome.status !== 200) return sendProblem(reply, outcome.status === 409 ? 'busy' : 'not-there');
    return reply.send({ token: `${MARK}${token}`, tokenId });
  });
