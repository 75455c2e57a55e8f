import type { AttemptLine } from '@firstline/contract/tasks.ts';
import { NEVER_LEFT, type Attempt, type AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import type { Pool } from 'pg';
import { prepared } from '../platform/prepared.ts';
import type { Reader } from '../platform/reader.ts';
import { IS_CONTACT } from './contacts.ts';

type Tried = Pick<Attempt, 'conversationId' | 'channel' | 'address' | 'result' | 'remark'> & { attemptId: string };

/** A try outside the desk, entered by hand. */
export const attemptEvent = ({ attemptId, conversationId, channel, result, address, remark }: Tried): AttemptEvent => ({
  type: 'attempt.logged',
  attemptId,
  conversationId,
  channel,
  result,
  personal: { address, ...(remark && { remark }) },
});

/** Every try to reach the customer, oldest first: each mail we wrote, whatever came of it, and what was entered by hand. */
export const attemptsOf = async (pool: Pool, conversationId: string): Promise<AttemptLine[]> => {
  const { rows } = await pool.query<Omit<AttemptLine, 'cause'> & { cause: string | null }>(
    prepared(
      `select id, channel, "to" as address, at, by, state as result, cause, false as "byHand"
         from messages where conversation_id = $1 and direction = 'out' and ${IS_CONTACT}
       union all
       select id, channel, address, at, by, result, remark, true from attempts where conversation_id = $1
       order by at, id`,
      [conversationId],
    ),
  );
  return rows.map(({ cause, ...line }) => ({ ...line, ...(cause !== null && { cause }) }));
};

type ContactFacts = { attempts: number; lastContactAt?: string };

/** How often we tried to reach the customer, and when something was last said in either direction. */
export const contactFacts = async (read: Reader, conversationId: string): Promise<ContactFacts> => {
  const [found] = await read.rows<{ attempts: number; last: string | null }>(
    `select count(*) filter (where ours)::integer as attempts, max(at) as last from (
       select direction = 'out' and not state = any ($2::text[]) as ours, at from messages where conversation_id = $1 and ${IS_CONTACT}
       union all
       select true, at from attempts where conversation_id = $1
     ) as contacts`,
    [conversationId, NEVER_LEFT],
  );
  return { attempts: found?.attempts ?? 0, ...(found?.last && { lastContactAt: found.last }) };
};
