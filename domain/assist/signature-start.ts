import type { WrittenLine } from '../conversations/visible-reply.ts';

/** A line that says goodbye and nothing else. */
const FAREWELL =
  /^\s*(?:(?:many |with |kind |kindest |best |warm |warmest )*(?:thanks|regards|wishes)|thanks?(?: you)?(?: (?:again|so much|a lot|in advance))?|cheers|best|(?:yours )?(?:sincerely|truly|faithfully)|yours)\s*[,.!]?\s*$/i;

const MOST_LINES = 6;
const LONGEST_LINE = 80;

/**
 * Where a signature without a mark of its own begins: behind a farewell, when only few short lines follow and none of them
 * is a sentence. Who still has something to say writes one.
 */
export const signatureStart = (lines: readonly WrittenLine[]): number => {
  const written = lines.filter(({ text }) => text.trim() !== '');
  const farewell = written.findLastIndex(({ text }) => FAREWELL.test(text));
  const below = farewell < 0 ? [] : written.slice(farewell + 1);
  return below.length > 0 && below.length <= MOST_LINES && !below.some(({ text }) => isSaid(text)) ? (below[0]?.start ?? Infinity) : Infinity;
};

const isSaid = (text: string): boolean =>
  text.length > LONGEST_LINE || /^\s*p\.?\s?s\b/i.test(text) || text.includes('?') || (/[.!]["”’)]?\s*$/.test(text) && text.trim().split(/\s+/).length > 3);
