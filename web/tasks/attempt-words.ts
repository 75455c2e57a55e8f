import type { AttemptResult } from '@firstline/domain/conversations/attempt.ts';
import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { t } from '../platform/words.ts';

/** What came of a try, in a word or two. */
export const attemptResult = (result: string): string =>
  ({
    reached: t('reached'),
    'no-answer': t('no answer'),
    voicemail: t('voicemail'),
    busy: t('busy'),
    'wrong-number': t('wrong number'),
    queued: t('on its way'),
    sent: t('sent'),
    failed: t('not sent'),
    unknown: t('unclear whether it went'),
  })[result] ?? result;

/** What mostly comes of a try: a call rings, what is written goes. */
export const usualResult = (channel: Channel): AttemptResult => (channel === 'call' ? 'no-answer' : 'sent');

/** The same where it stands by itself, as in a list to choose from. */
export const attemptResultAlone = (result: string): string => {
  const words = attemptResult(result);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
