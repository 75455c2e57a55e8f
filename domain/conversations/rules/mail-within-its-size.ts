import type { Rule } from '../../rule.ts';
import { mailBytes, saidBytes } from '../attachment.ts';
import type { Draft } from '../draft.ts';

export const mailWithinItsSize: Rule<{ draft: Draft; attached?: readonly { bytes: number }[]; emailBytes?: number }> = {
  name: 'mail-within-its-size',
  says: 'This mail is too large to send. Remove a file, or send it in parts.',
  strength: 'stops',
  from: ['R-151'],
  brokenBy: ({ draft, attached = [], emailBytes }) =>
    draft.channel === 'email' && emailBytes !== undefined && mailBytes(draft.body, attached) > emailBytes,
  because: ({ draft, attached = [], emailBytes = 0 }) =>
    `On its way it weighs ${saidBytes(mailBytes(draft.body, attached))}; ${saidBytes(emailBytes)} are allowed.`,
};
