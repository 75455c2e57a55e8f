import { conversations } from '@firstline/contract/conversations.ts';
import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { messageStore } from '../stores.ts';

/** What came of a message stands once: later news about it changes nothing. */
export const settleMessage = command({
  spec: conversations.settle,
  facts: async (read, { input }) => (await read.take(messageStore, input.messageId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: messageId, conversationId, state }, { input: { outcome, cause } }): MessageEvent[] => {
    if (state !== 'queued') return [];
    if (outcome === 'sent') return [{ type: 'message.sent', messageId, conversationId }];
    return [{ type: `message.${outcome}`, messageId, conversationId, cause: cause ?? 'Nobody said why.' }];
  },
});
