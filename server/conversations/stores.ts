import { evolveAttempt, type Attempt, type AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import { evolveConversation, type Conversation, type ConversationEvent } from '@firstline/domain/conversations/conversation.ts';
import { evolveMailTest, type MailTest, type MailTestEvent } from '@firstline/domain/conversations/mail-test.ts';
import { evolveMessage, type Message, type MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { Fragment } from '../platform/fragment.ts';
import type { Store } from '../platform/store.ts';

export const conversationStore: Store<Conversation, ConversationEvent> = {
  kind: 'conversation',
  table: 'conversations',
  columns: {
    id: 'text',
    version: 'integer',
    customerId: 'text',
    queueId: 'text',
    channel: 'text',
    subject: 'text',
    address: 'text',
    ours: 'text',
    status: 'text',
    openedAt: 'timestamptz',
  },
  evolve: evolveConversation,
  idOf: (event) => event.conversationId,
  audience: ({ id, queueId }) => ({ full: [`conversation:${id}`], outline: [`queue:${queueId}`] }),
};

export const messageStore: Store<Message, MessageEvent> = {
  kind: 'message',
  table: 'messages',
  columns: {
    id: 'text',
    version: 'integer',
    conversationId: 'text',
    direction: 'text',
    channel: 'text',
    from: 'text',
    fromName: 'text',
    to: 'text',
    subject: 'text',
    text: 'text',
    rfcId: 'text',
    answers: 'text',
    state: 'text',
    cause: 'text',
    by: 'text',
    at: 'timestamptz',
    settledAt: 'timestamptz',
    files: 'jsonb',
    html: 'text',
    machine: 'text',
    sender: 'text',
    joinedBy: 'text',
  },
  evolve: evolveMessage,
  also: (message, before) => (before ? [] : belongTo(message)),
  idOf: (event) => event.messageId,
  audience: ({ conversationId }) => ({ full: [`conversation:${conversationId}`], outline: [] }),
};

export const attemptStore: Store<Attempt, AttemptEvent> = {
  kind: 'attempt',
  table: 'attempts',
  columns: {
    id: 'text',
    version: 'integer',
    conversationId: 'text',
    channel: 'text',
    address: 'text',
    result: 'text',
    remark: 'text',
    by: 'text',
    at: 'timestamptz',
  },
  evolve: evolveAttempt,
  idOf: (event) => event.attemptId,
  audience: ({ conversationId }) => ({ full: [`conversation:${conversationId}`], outline: [] }),
};

export const mailTestStore: Store<MailTest, MailTestEvent> = {
  kind: 'mailTest',
  table: 'mail_tests',
  columns: { id: 'text', version: 'integer', to: 'text', state: 'text', cause: 'text', by: 'text', at: 'timestamptz', settledAt: 'timestamptz' },
  evolve: evolveMailTest,
  idOf: (event) => event.testId,
  audience: () => ({ full: [], outline: ['leads'] }),
};

/** What was sent along belongs to its message from then on, and is not swept away. */
const belongTo = ({ id, files = [], html }: Message): Fragment[] => {
  const ids = [...files.map((file) => file.id), ...(html ? [html] : [])];
  return ids.length === 0 ? [] : [{ sql: 'update files set message_id = ? where id = any(?::text[]) and message_id is null', values: [id, ids] }];
};
