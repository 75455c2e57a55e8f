import type { Recorded } from '../event.ts';
import type { Channel } from './conversation.ts';

export const ATTEMPT_RESULTS = ['reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'sent'] as const;
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** A try to reach the customer that was made outside the desk and entered by hand. Mails the desk sends are attempts by themselves. */
export type Attempt = {
  id: string;
  version: number;
  conversationId: string;
  channel: Channel;
  address: string;
  result: AttemptResult;
  remark?: string;
  by: string;
  at: string;
};

export type AttemptEvent = {
  type: 'attempt.logged';
  attemptId: string;
  conversationId: string;
  channel: Channel;
  result: AttemptResult;
  personal: { address: string; remark?: string };
};

/** An attempt is logged once and never changes. */
export const evolveAttempt = (_: Attempt | undefined, event: Recorded<AttemptEvent>): Attempt => ({
  id: event.attemptId,
  version: event.version,
  conversationId: event.conversationId,
  channel: event.channel,
  result: event.result,
  ...event.personal,
  by: event.by,
  at: event.at,
});

/** What came of a mail that waits, did not leave, or may not have left: shown as an attempt, but no try to reach anybody. */
export const HAS_NOT_LEFT: readonly string[] = ['queued', 'failed', 'unknown'];

/** How many of these were tries to reach the customer. */
export const tries = (attempts: readonly { result: string }[]): number =>
  attempts.filter(({ result }) => !HAS_NOT_LEFT.includes(result)).length;
