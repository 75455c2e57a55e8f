import type { AttemptLine } from '@firstline/contract/tasks.ts';
import type { Attempt, AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import { contactFactsOf, type ContactFacts, type Word } from '@firstline/domain/conversations/contact-facts.ts';
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

/** How often we tried to reach the customer, and when something was last said in either direction. */
export const contactFacts = async (read: Reader, conversationId: string): Promise<ContactFacts> =>
  contactFactsOf(
    await read.rows<Word>(
      `select at, direction = 'out' as ours, state as result from messages where conversation_id = $1 and ${IS_CONTACT}
       union all
       select at, true, result from attempts where conversation_id = $1`,
      [conversationId],
    ),
  );
