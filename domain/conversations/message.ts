import type { Recorded } from '../event.ts';
import type { Attachment } from './attachment.ts';
import type { Channel } from './conversation.ts';

/** `unknown`: the mail server was cut off before it answered, so nobody can say whether it went. */
export type MessageState = 'received' | 'queued' | 'sent' | 'failed' | 'unknown';

export type Message = {
  id: string;
  version: number;
  conversationId: string;
  direction: 'in' | 'out';
  channel: Channel;
  from: string;
  fromName?: string;
  to: string;
  subject: string;
  text: string;
  /** Message-ID header, RFC 5322, with its angle brackets. */
  rfcId: string;
  /** Message-ID of the mail this one answers. */
  answers?: string;
  state: MessageState;
  /** What came or goes with it. */
  files?: Attachment[];
  /** The stored file that holds its HTML, as it came. */
  html?: string;
  /** Sent by a machine, and of which kind; of ours: by the desk itself. */
  machine?: Machine;
  /** Whether the mail server we trust could tell that the sender is who they say; absent where nobody looked. */
  sender?: 'verified' | 'failed';
  joinedBy?: JoinedBy;
  /** Why it failed, in words for the agent. */
  cause?: string;
  by: string;
  at: string;
  settledAt?: string;
};

/** What a machine has to say: that a mail did not arrive, that its owner is away, that somebody complained, or news for many. */
export type Machine = 'bounce' | 'auto-reply' | 'feedback-report' | 'list';

/**
 * By what a mail joined its thread. `ours`: it names a mail of ours by the id that nobody guesses, so its writer has had
 * it. `address`: it names a mail of the customer and bears their address, which anybody can write.
 */
export type JoinedBy = 'ours' | 'address';

type Letter = { from: string; fromName?: string; to: string; subject: string; text: string; files?: Attachment[] };

export type MessageEvent =
  | {
      type: 'message.received';
      messageId: string;
      conversationId: string;
      channel: Channel;
      rfcId: string;
      answers?: string;
      /** Sent by a machine: an auto-reply, a list, a bounce. Nothing is answered to it automatically. */
      automatic?: boolean;
      machine?: Machine;
      sender?: 'verified' | 'failed';
      joinedBy?: JoinedBy;
      html?: string;
      personal: Letter;
    }
  | {
      type: 'message.queued';
      messageId: string;
      conversationId: string;
      channel: Channel;
      rfcId: string;
      answers?: string;
      /** The desk says by itself that a mail came in. */
      machine?: 'auto-reply';
      personal: Letter;
    }
  | { type: 'message.sent'; messageId: string; conversationId: string }
  | { type: 'message.failed'; messageId: string; conversationId: string; cause: string }
  /** It left, and a mail server on the way still tries. */
  | { type: 'message.delayed'; messageId: string; conversationId: string; cause: string }
  | { type: 'message.unknown'; messageId: string; conversationId: string; cause: string };

/** The only place where a message changes. */
export const evolveMessage = (message: Message | undefined, event: Recorded<MessageEvent>): Message => {
  switch (event.type) {
    case 'message.received':
    case 'message.queued':
      return {
        id: event.messageId,
        version: event.version,
        conversationId: event.conversationId,
        direction: event.type === 'message.received' ? 'in' : 'out',
        channel: event.channel,
        ...event.personal,
        rfcId: event.rfcId,
        answers: event.answers,
        ...(event.type === 'message.received' ? cameBy(event) : event.machine && { machine: event.machine }),
        state: event.type === 'message.received' ? 'received' : 'queued',
        by: event.by,
        at: event.at,
      };
    case 'message.sent':
      return { ...(message as Message), version: event.version, state: 'sent', settledAt: event.at };
    case 'message.delayed':
      return { ...(message as Message), version: event.version, cause: event.cause };
    case 'message.failed':
    case 'message.unknown':
      return {
        ...(message as Message),
        version: event.version,
        state: event.type === 'message.failed' ? 'failed' : 'unknown',
        cause: event.cause,
        settledAt: event.at,
      };
  }
};

type Received = Extract<MessageEvent, { type: 'message.received' }>;

const cameBy = ({ machine, sender, joinedBy, html }: Received): Partial<Message> => ({
  ...(machine && { machine }),
  ...(sender && { sender }),
  ...(joinedBy && { joinedBy }),
  ...(html && { html }),
});

/** Whether a mail stands in its thread by an address alone that nobody checked: its words may be anybody's. */
export const mayBeForged = ({ joinedBy, sender }: Pick<Message, 'joinedBy' | 'sender'>): boolean => joinedBy === 'address' && sender !== 'verified';
