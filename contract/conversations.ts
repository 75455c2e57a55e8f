import type { MailTest } from '@firstline/domain/conversations/mail-test.ts';
import { z } from 'zod';
import { commandSpec, id, line, querySpec, text } from './spec.ts';

const letter = {
  from: line(320),
  fromName: line(300).optional(),
  to: line(320),
  subject: line(1000),
  text: text(2_000_000),
};

const attachment = z.strictObject({
  id,
  name: line(500),
  type: line(200),
  bytes: z.number().int().min(0),
  cid: line(300).optional(),
});

/** What may be asked about conversations. Only channels and outcomes ask these; people ask about tasks. */
export const conversations = {
  receive: commandSpec('conversations.receive', ['system'], 'Takes in a message from a customer: found or new, in its thread or a new one.', {
    channel: z.enum(['email']),
    ...letter,
    /** Who else the same mail was for: the first of all that is a queue's address decides. */
    alsoTo: z.array(line(320)).max(100).optional(),
    rfcId: line(998),
    /** Message-IDs of what it answers, the nearest first. */
    answers: z.array(line(998)).max(100),
    automatic: z.boolean(),
    files: z.array(attachment).max(200).optional(),
    /** The stored file that holds its HTML. */
    html: id.optional(),
    machine: z.enum(['bounce', 'auto-reply', 'feedback-report', 'list']).optional(),
    /** Of a report of non-delivery: which mails it speaks of, what became of them, and why. */
    report: z
      .strictObject({ about: z.array(line(998)).max(100), outcome: z.enum(['failed', 'delayed', 'delivered']), cause: line(500) })
      .optional(),
    /** What the trusted mail server says of the sender. */
    sender: z.enum(['verified', 'failed']).optional(),
  }),
  acknowledge: commandSpec('conversations.acknowledge', ['system'], 'Says to whoever wrote that their mail came in, where the queue wants it.', { messageId: id, automatic: z.boolean() }),
  settle: commandSpec('conversations.settle', ['system'], 'Says what came of a message on its way out.', {
    messageId: id,
    outcome: z.enum(['sent', 'failed', 'unknown']),
    cause: line(500).optional(),
  }),
  testMail: commandSpec('conversations.testMail', ['administrator'], 'Sends a mail that says whether mail leaves this desk.', {
    to: line(320).regex(/^\s*[^\s@<>",;]+@[^\s@<>",;]+\s*$/, 'Write one email address.'),
  }),
  settleTest: commandSpec('conversations.settleTest', ['system'], 'Says what came of a test mail.', {
    testId: id,
    outcome: z.enum(['sent', 'failed', 'unknown']),
    cause: line(500).optional(),
  }),
};

/** How mail comes in and leaves, as the settings have it. */
export type MailSetup = {
  sendsBy?: { host: string; secure: boolean; signsIn: boolean };
  from: string;
  smtpPort: number;
  trustedRelay?: string;
  lastTest?: MailTest;
};

/** What may be read about the channels. */
export const conversationQueries = {
  mailSetup: querySpec('conversations.mailSetup', ['administrator'], 'How mail comes in and leaves, and what came of the last test.', {}, z.custom<MailSetup>()),
};
