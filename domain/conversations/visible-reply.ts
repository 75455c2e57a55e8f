import { attributionAt, headersStartAt, isDeviceLine, isQuoted, isRule, isTitle } from './quote-marks.ts';

/** A line of a message and where it starts in its text, in UTF-16 units. */
export type WrittenLine = { text: string; start: number };

/** The part of a mail that its sender wrote this time: without quotes, signature and forwarded headers. */
export const visibleReply = (text: string): string =>
  writtenLines(text)
    .map((line) => line.text)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** The same, line by line. Where all of it looks like a quote, all of it stays: something was written. */
export const writtenLines = (text: string): WrittenLine[] => {
  const lines = linesOf(text);
  const kept = withoutSignature(withoutQuotes(lines));
  if (hasWords(kept)) return kept;
  const unmarked = lines.filter((line) => !isQuoted(line.text) && !isTitle(line.text) && !isRule(line.text));
  return hasWords(unmarked) ? unmarked : lines;
};

// Nobody writes more by hand; a mail of a million empty lines must not keep the desk busy.
const MOST_LINES = 20_000;

const linesOf = (text: string): WrittenLine[] => {
  let start = 0;
  return text.split('\n', MOST_LINES).map((whole) => {
    const line = { text: whole.endsWith('\r') ? whole.slice(0, -1) : whole, start };
    start += whole.length + 1;
    return line;
  });
};

const hasWords = (lines: readonly WrittenLine[]): boolean => lines.some((line) => /[\p{L}\p{N}\p{S}]/u.test(line.text));

const withoutQuotes = (lines: WrittenLine[]): WrittenLine[] => {
  const texts = lines.map((line) => line.text);
  const kept: WrittenLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as WrittenLine;
    if (line.text.trim() === '') {
      kept.push(line);
      continue;
    }
    if (isTitle(line.text) || headersStartAt(texts, at)) return withoutLastRule(kept);
    const attribution = attributionAt(texts, at);
    if (attribution > 0) {
      if (!isQuoted(nextWritten(texts, at + attribution))) return kept;
      at += attribution - 1;
    } else if (!isQuoted(line.text) && !isWrappedQuote(texts, at)) kept.push(line);
  }
  return kept;
};

/** A quoted line that a mail program broke in two: its second half stands unmarked between marked ones. */
const isWrappedQuote = (texts: readonly string[], at: number): boolean =>
  isQuoted(texts[at - 1] ?? '') && isQuoted(texts[at + 1] ?? '') && (texts[at - 1] ?? '').length > 60;

// An older mail starts after at most this many empty lines, however many there are.
const MOST_GAP = 4;
const nextWritten = (texts: readonly string[], from: number): string =>
  texts.slice(from, from + MOST_GAP).find((text) => text.trim() !== '') ?? '';

/** The rule or title right above a block of headers belongs to it. */
const withoutLastRule = (lines: WrittenLine[]): WrittenLine[] => {
  const last = lines.findLastIndex((line) => line.text.trim() !== '');
  return last >= 0 && /^\s*[-_=*]{3}/.test(lines[last]?.text ?? '') ? lines.slice(0, last) : lines;
};

// What follows a signature mark is a signature while it is short; a long rest is somebody's list.
const LONGEST_SIGNATURE = 12;

const withoutSignature = (lines: WrittenLine[]): WrittenLine[] => {
  const first = lines.findIndex((line) => hasWords([line]) && !isDeviceLine(line.text));
  if (first < 0) return lines;
  const end = lines.findIndex((line, at) => at > first && startsSignature(line.text, lines.length - at));
  return lines.slice(first, end < 0 ? undefined : end);
};

const startsSignature = (line: string, linesLeft: number): boolean =>
  line === '-- ' || isDeviceLine(line) || (linesLeft <= LONGEST_SIGNATURE && /^\s*(?:--|—|__+)\s*$/.test(line));
