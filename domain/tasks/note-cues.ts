import type { Note } from './note.ts';

export type NoteWords = Pick<Note, 'discussed' | 'agreed' | 'mood' | 'special'>;

/** Whether somebody else could go on from a note: it says how it ended, or what comes next. */
export const saysHowItGoesOn = ({ discussed, agreed, special }: NoteWords): boolean =>
  [discussed, special].some((words = '') => OUTCOME.test(words) || NEXT.test(words)) || Boolean(agreed?.trim());

const OUTCOME =
  /\b(?:agreed|accepted|answered|apologi[sz]ed|approved|booked|cancel+ed|closed|confirmed|content|declined|delivered|done|escalated|explained|fixed|gave|given|happy|informed|left (?:a )?(?:message|voicemail)|moved|no answer|nobody answered|not (?:reached|interested|available)|offered|paid|promised|quoted|refunded|refused|rescheduled|resolved|satisfied|scheduled|sent|settled|shipped|solved|told|unreachable|updated|voicemail|wrong number)\b/i;

const NEXT =
  /\b(?:next(?: step)?s?|will|shall|to ?do|follow[ -]?up|call(?:ing)? back|call-?back|waits?|waiting|awaiting|await|expects?|needs? (?:a|an|to|the)|must|should|please|tomorrow|pending|until|(?:on|by|before|after) (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?)\b/i;

/** The initials that a note calls upon, in capitals: `@AR` or `@ar`. An email address calls nobody. */
export const initialsCalled = ({ discussed, agreed, special }: NoteWords): string[] => {
  const found = [discussed, agreed, special].flatMap((words = '') => [...words.matchAll(CALLED)].map(([, initials = '']) => initials.toUpperCase()));
  return [...new Set(found)].slice(0, MOST_CALLED);
};

const CALLED = /(?<![\p{L}\p{N}@._-])@(\p{L}[\p{L}\p{N}]{0,4})(?![\p{L}\p{N}@]|[._-][\p{L}\p{N}])/gu;
const MOST_CALLED = 10;
