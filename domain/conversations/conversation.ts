import type { Recorded } from '../event.ts';

export type Channel = 'email' | 'chat' | 'text' | 'call';

/** A thread with one customer on one channel. */
export type Conversation = {
  id: string;
  version: number;
  customerId: string;
  queueId: string;
  channel: Channel;
  subject: string;
  /** The customer's address in this thread. */
  address: string;
  /** Our own address in this thread: what the customer wrote to. */
  ours: string;
  status: 'open' | 'closed';
  openedAt: string;
};

export type ConversationEvent =
  | {
      type: 'conversation.opened';
      conversationId: string;
      customerId: string;
      queueId: string;
      channel: Channel;
      ours: string;
      personal: { subject: string; address: string };
    }
  | { type: 'conversation.closed'; conversationId: string }
  | { type: 'conversation.reopened'; conversationId: string };

/** The only place where a conversation changes. */
export const evolveConversation = (
  conversation: Conversation | undefined,
  event: Recorded<ConversationEvent>,
): Conversation => {
  if (event.type === 'conversation.opened')
    return {
      id: event.conversationId,
      version: event.version,
      customerId: event.customerId,
      queueId: event.queueId,
      channel: event.channel,
      ours: event.ours,
      ...event.personal,
      status: 'open',
      openedAt: event.at,
    };
  const known = { ...(conversation as Conversation), version: event.version };
  return { ...known, status: event.type === 'conversation.closed' ? 'closed' : 'open' };
};
