import type { Recorded } from '../event.ts';

/** A mail that only says whether mail leaves this desk. */
export type MailTest = { id: string; version: number; to: string; state: 'asked' | 'sent' | 'failed' | 'unknown'; cause?: string; by: string; at: string; settledAt?: string };

export type MailTestEvent =
  | { type: 'mailTest.asked'; testId: string; personal: { to: string } }
  | { type: 'mailTest.settled'; testId: string; outcome: 'sent' | 'failed' | 'unknown'; cause?: string };

/** The only place where it changes. */
export const evolveMailTest = (test: MailTest | undefined, event: Recorded<MailTestEvent>): MailTest =>
  event.type === 'mailTest.asked'
    ? { id: event.testId, version: event.version, to: event.personal.to, state: 'asked', by: event.by, at: event.at }
    : { ...(test as MailTest), version: event.version, state: event.outcome, ...(event.cause && { cause: event.cause }), settledAt: event.at };
