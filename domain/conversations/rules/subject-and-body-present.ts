import type { Rule } from '../../rule.ts';
import type { Draft } from '../draft.ts';

export const subjectAndBodyPresent: Rule<{ draft: Draft }> = {
  name: 'subject-and-body-present',
  says: 'Write something before you send; an email needs a subject as well.',
  strength: 'stops',
  from: ['R-140'],
  brokenBy: ({ draft }) => missing(draft).length > 0,
  because: ({ draft }) => `The ${missing(draft).join(' and the ')} ${missing(draft).length > 1 ? 'are' : 'is'} empty.`,
};

const missing = ({ channel, subject, body }: Draft): string[] => [
  ...(channel === 'email' && isBlank(subject.replace(ONLY_A_PREFIX, '')) ? ['subject'] : []),
  ...(isBlank(body) ? ['message'] : []),
];

// A thread without a subject gives its answers "Re:" and nothing more.
const ONLY_A_PREFIX = /^\s*(?:re|fwd?|aw|wg)\s*:/i;

// Format characters and the blank letters of Hangul and Braille show nothing either.
const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0\u2800]*$/u.test(text);
