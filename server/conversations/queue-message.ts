import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { Draft } from '@firstline/domain/conversations/draft.ts';
import type { Message, MessageEvent } from '@firstline/domain/conversations/message.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { oneLine } from './clean.ts';
import { isRealRfcId, ownRfcId } from './rfc-id.ts';

export type Sending = {
  conversation: Pick<Conversation, 'id'>;
  draft: Draft;
  /** The body as it leaves, with all that the desk adds. */
  body: string;
  by: Pick<Actor, 'name'>;
  /** The address customers know this desk by. */
  fromAddress: string;
  newId: () => string;
  /** See `newToken`: what makes the thread joinable by an answer. */
  token: string;
  files?: readonly Attachment[];
  /** What was said in the thread so far, oldest first. */
  lastMessages: readonly Pick<Message, 'direction' | 'rfcId'>[];
};

/** A mail to the customer that waits to be sent. It answers the customer's newest mail, else our own newest. */
export const queueMessage = ({ conversation, draft, body, by, fromAddress, newId, token, lastMessages, files = [] }: Sending): MessageEvent => {
  const messageId = newId();
  const known = lastMessages.filter(({ rfcId }) => isRealRfcId(rfcId));
  return {
    type: 'message.queued',
    messageId,
    conversationId: conversation.id,
    channel: draft.channel,
    rfcId: ownRfcId(messageId, token, fromAddress),
    answers: (known.findLast(({ direction }) => direction === 'in') ?? known.at(-1))?.rfcId,
    personal: { from: fromAddress, fromName: oneLine(by.name), to: draft.to.trim(), subject: oneLine(draft.subject), text: body, ...(files.length > 0 && { files: [...files] }) },
  };
};
