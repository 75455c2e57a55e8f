import type { Rule } from '../../rule.ts';
import type { Draft } from '../draft.ts';
import { attachedFilesAreHere } from './attached-files-are-here.ts';
import { initialsEndAnEmail } from './initials-end-an-email.ts';
import { mailWithinItsSize } from './mail-within-its-size.ts';
import { noEmojiInEmail } from './no-emoji-in-email.ts';
import { noReplyInClosedThread } from './no-reply-in-closed-thread.ts';
import { noReplyToNoReplyAddress } from './no-reply-to-no-reply-address.ts';
import { subjectAndBodyPresent } from './subject-and-body-present.ts';

/** What a message to a customer is judged by. */
export type Writing = {
  draft: Draft;
  /** The body as it leaves, with all that the desk adds. */
  body: string;
  /** The writer's initials, empty when the account has none. */
  initials: string;
  thread: 'open' | 'closed';
  /** What goes along, and how many of the files that were named are no longer here. */
  attached?: readonly { bytes: number }[];
  missing?: number;
  /** Largest mail that leaves. */
  emailBytes?: number;
};

export const writing: Rule<Writing>[] = [
  noReplyInClosedThread,
  noReplyToNoReplyAddress,
  subjectAndBodyPresent,
  noEmojiInEmail,
  initialsEndAnEmail,
  attachedFilesAreHere,
  mailWithinItsSize,
];
