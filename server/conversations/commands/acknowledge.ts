import { conversations } from '@firstline/contract/conversations.ts';
import { mayAcknowledge, type Acknowledging } from '@firstline/domain/conversations/acknowledgement.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { Message, MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import { queueStore } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Fragment } from '../../platform/fragment.ts';
import { isRealRfcId, newToken, ownRfcId } from '../rfc-id.ts';
import { conversationStore, messageStore } from '../stores.ts';

const SUBJECT = 'We have your mail';

type Facts = { message: Message; conversation: Conversation; queue: Queue; known: Acknowledging; nth: number; token: string };

/** Says “we have your mail” where the queue wants it and nothing speaks against it. It carries no word of whoever wrote. */
export const acknowledge = command({
  spec: conversations.acknowledge,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const message = await read.take(messageStore, input.messageId);
    const conversation = message && (await read.take(conversationStore, message.conversationId));
    const queue = conversation && (await read.take(queueStore, conversation.queueId));
    if (!message || !conversation || !queue) return NOT_THERE;
    const { nth, ...before } = await saidBefore(read, message.from, conversation.ours);
    const [{ addresses, first } = { addresses: [], first: '' }] = await read.rows<{ addresses: string[]; first: string }>(
      `select (select coalesce(array_agg(address), '{}') from queues where address is not null) as addresses,
         (select id from messages where conversation_id = $1 order by at, id limit 1) as first`,
      [conversation.id],
    );
    const known = {
      to: message.from,
      ours: [...addresses, conversation.ours],
      automatic: input.automatic || message.machine !== undefined,
      opens: first === message.id,
      sender: message.sender,
      ...before,
    };
    return { message, conversation, queue, known, nth, token: newToken() };
  },
  rules: [],
  decide: (facts, { newId }): MessageEvent[] => {
    const { message, conversation, queue, token } = facts;
    if (!isWanted(facts)) return [];
    const messageId = newId();
    return [
      {
        type: 'message.queued',
        messageId,
        conversationId: conversation.id,
        channel: message.channel,
        rfcId: ownRfcId(messageId, token, conversation.ours),
        ...(isRealRfcId(message.rfcId) && { answers: message.rfcId }),
        machine: 'auto-reply',
        personal: { from: conversation.ours, fromName: queue.name, to: message.from, subject: SUBJECT, text: queue.acknowledgement ?? '' },
      },
    ];
  },
  soft: (facts, { now }) => (isWanted(facts) ? [counted(facts, now)] : []),
});

const isWanted = ({ queue, known }: Facts): boolean => queue.acknowledgement !== undefined && mayAcknowledge(known);

const saidBefore = async (read: Reader, to: string, ours: string): Promise<Pick<Acknowledging, 'inTheHour' | 'inTheDay'> & { nth: number }> => {
  const [row] = await read.rows<{ hour: number; day: number; nth: number }>(
    `select count(*) filter (where lower(ours) = lower($2) and at > desk_now() - interval '1 hour')::integer as hour, count(*)::integer as day,
       coalesce((select max(nth) from acknowledgements where address = lower($1)), 0)::integer + 1 as nth
     from acknowledgements where address = lower($1) and at > desk_now() - interval '1 day'`,
    [to, ours],
  );
  return { inTheHour: row?.hour ?? 0, inTheDay: row?.day ?? 0, nth: row?.nth ?? 1 };
};

const counted = ({ message, conversation, nth }: Facts, now: string): Fragment => ({
  sql: 'insert into acknowledgements (address, nth, ours, at) values (lower(?), ?::integer, ?, ?::timestamptz)',
  values: [message.from, nth, conversation.ours, now],
});
