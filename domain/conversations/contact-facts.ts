import { isPast } from '../moment.ts';
import { HAS_NOT_LEFT } from './attempt.ts';

/** Words between a customer and a person: theirs, a mail of ours with what came of it, or a try entered by hand. */
export type Word = { at: string; ours: boolean; result: string };

/**
 * What was tried and said, as closing a task asks for it. A mail of ours is a contact once it has left, as of when it was
 * written. One that waits, or of which nobody can say whether it left, is none yet and may still have reached the customer:
 * so it is no try, and wants its note all the same.
 */
export type ContactFacts = {
  attempts: number;
  /** Mails of ours that are no tries. */
  uncounted: number;
  lastContactAt?: string;
  doubtful?: { at: string; result: string };
};

export const contactFactsOf = (words: readonly Word[]): ContactFacts => {
  const counted = words.filter(({ ours, result }) => !ours || !HAS_NOT_LEFT.includes(result));
  const lastContactAt = newest(counted)?.at;
  const doubtful = newest(words.filter(({ ours, result }) => ours && DOUBTFUL.includes(result)));
  return {
    attempts: counted.filter(({ ours }) => ours).length,
    uncounted: words.length - counted.length,
    ...(lastContactAt && { lastContactAt }),
    ...(doubtful && { doubtful: { at: doubtful.at, result: doubtful.result } }),
  };
};

const DOUBTFUL: readonly string[] = ['queued', 'unknown'];

const newest = <Said extends { at: string }>(words: readonly Said[]): Said | undefined =>
  words.reduce<Said | undefined>((last, word) => (!last || isPast(last.at, word.at) ? word : last), undefined);
