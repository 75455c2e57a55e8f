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

/** The same where it stands by itself, as in a list to choose from. */
export const attemptResultAlone = (result: string): string => {
  const words = attemptResult(result);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
