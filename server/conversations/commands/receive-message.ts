import { conversations } from '@firstline/contract/conversations.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { ConversationEvent } from '@firstline/domain/conversations/conversation.ts';
import type { JoinedBy, Message, MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { CustomerEvent } from '@firstline/domain/customers/customer.ts';
import type { z } from 'zod';
import { whoHas } from '../../customers/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import { queueFor, type Landing } from '../queue-for.ts';
import { conversationStore } from '../stores.ts';
import { findReported, findThread, isKnownMail, type Joined } from '../threads.ts';

type Mail = z.infer<typeof conversations.receive.input>;
type Receiving = { isKnown: boolean; thread?: Conversation; joinedBy?: JoinedBy; reported?: Message; customerId?: string; landing?: Landing };

export const receiveMessage = command({
  spec: conversations.receive,
  facts: async (read, { input }): Promise<Receiving | typeof NOT_THERE> => {
    const isKnown = await isKnownMail(read, input);
    if (isKnown) return { isKnown };
    const reported = input.report && (await findReported(read, input.report.about));
    const joined = reported ? await joinedTo(read, reported) : await findThread(read, input);
    if (joined) return { isKnown, ...joined, reported };
    const landing = await queueFor(read, [input.to, ...(input.alsoTo ?? [])]);
    if (!landing) return NOT_THERE;
    return { isKnown, landing, customerId: input.from ? await whoHas(read, 'email', input.from) : undefined };
  },
  rules: [],
  decide: ({ isKnown, thread, joinedBy, reported, landing, customerId }, { input, newId }) => {
    if (isKnown) return [];
    if (thread) {
      const reopened = { type: 'conversation.reopened' as const, conversationId: thread.id };
      const news = reported ? toldOf(reported, input.report) : [];
      // That a mail still waits somewhere asks nothing of anybody.
      const opensAgain = thread.status === 'closed' && input.report?.outcome !== 'delayed' && input.report?.outcome !== 'delivered';
      return [...(opensAgain ? [reopened] : []), ...news, received(input, newId(), thread.id, joinedBy)];
    }
    const customer = customerId ?? newId();
    const conversationId = newId();
    return [
      ...(customerId ? [] : [met(input, customer)]),
      opened(input, conversationId, customer, landing as Landing),
      received(input, newId(), conversationId),
    ];
  },
});

/** A report of a mail of ours names it by the id that nobody guesses. */
const joinedTo = async (read: Reader, { conversationId }: Message): Promise<Joined | undefined> => {
  const thread = await read.take(conversationStore, conversationId);
  return thread && { thread, joinedBy: 'ours' };
};

/** What a report says of a mail that had left. A mail that failed stays failed. */
const toldOf = ({ id: messageId, conversationId, state }: Message, report: Mail['report']): MessageEvent[] => {
  if (!report || report.outcome === 'delivered' || state === 'failed') return [];
  return [{ type: report.outcome === 'failed' ? 'message.failed' : 'message.delayed', messageId, conversationId, cause: report.cause }];
};

const met = ({ from, fromName }: Mail, customerId: string): CustomerEvent => ({
  type: 'customer.met',
  customerId,
  personal: { ...(fromName && { name: fromName }), ...(from && { email: from }) },
});

const opened = (mail: Mail, conversationId: string, customerId: string, landing: Landing): ConversationEvent => ({
  type: 'conversation.opened',
  conversationId,
  customerId,
  queueId: landing.queueId,
  channel: mail.channel,
  ours: landing.ours,
  personal: { subject: mail.subject, address: mail.from },
});

const received = (mail: Mail, messageId: string, conversationId: string, joinedBy?: JoinedBy): MessageEvent => ({
  type: 'message.received',
  messageId,
  conversationId,
  channel: mail.channel,
  rfcId: mail.rfcId,
  answers: mail.answers[0],
  ...(mail.automatic && { automatic: true }),
  ...(mail.machine && { machine: mail.machine }),
  ...(mail.sender && { sender: mail.sender }),
  ...(joinedBy && { joinedBy }),
  ...(mail.html && { html: mail.html }),
  personal: {
    from: mail.from,
    fromName: mail.fromName,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    ...(mail.files?.length && { files: mail.files }),
  },
});
