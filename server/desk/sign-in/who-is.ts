import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Pool } from 'pg';
import type { WhoIs } from '../../platform/http.ts';
import { prepared } from '../../platform/prepared.ts';
import { askTogether, type Question } from '../../platform/together.ts';
import { cookieIn, sessionToken } from './cookie.ts';
import { programBy, tokenIn } from './tokens.ts';
import { knownSessions } from './known-sessions.ts';

/** Who asks, by the session cookie or by an API token: no other header is believed. */
export const whoIsBy = (pool: Pool, secret: string, name: string): WhoIs => {
  const known = knownSessions(pool);
  const program = programBy(pool);
  return async (request) => {
    // A program shows its token and nothing else: a cookie beside it is not looked at.
    if (request.headers.authorization !== undefined) {
      const token = tokenIn(request);
      return token ? program(token) : undefined;
    }
    const cookie = cookieIn(request.headers.cookie, name);
    if (!cookie) return undefined;
    return known.find(cookie, async () => {
      const token = sessionToken(cookie, secret);
      return token ? personOf(pool, token) : undefined;
    });
  };
};

const PERSON: Question = {
  // One by one by their indexes: a join of many reads every person there is.
  sql: `select asked, person.*
    from unnest($1::text[]) as asked, lateral (
      select people.id, name, initials, roles, queue_ids, skills, expires_at < desk_now() + interval '11 hours 45 minutes' as grows_old
      from auth_sessions join people on people.id = user_id
      where token = asked and expires_at > desk_now() and status = 'active' limit 1
    ) as person`,
  by: 'asked',
};

type Row = { id: string; name: string; initials: string; roles: Actor['roles']; queue_ids: string[]; skills: string[]; grows_old: boolean };

/** A session lasts 12 hours from its last use; its end is moved when a quarter of an hour of them is gone. */
const personOf = async (pool: Pool, token: string): Promise<Actor | undefined> => {
  const [row] = await askTogether<Row>(pool, PERSON, token);
  if (!row) return undefined;
  if (row.grows_old)
    await pool.query(
      prepared(`update auth_sessions set expires_at = desk_now() + interval '12 hours', updated_at = desk_now() where token = $1`, [
        token,
      ]),
    );
  const { id, name, initials, roles, queue_ids: queueIds, skills } = row;
  return { id, name, initials, roles, queueIds, skills };
};
