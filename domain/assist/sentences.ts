import { writtenLines, type WrittenLine } from '../conversations/visible-reply.ts';
import { signatureStart } from './signature-start.ts';
import type { Turn } from './summary.ts';

/** A sentence of a message: `text` is exactly what stands there between `start` and `end`. */
export type Sentence = {
  messageId: string;
  text: string;
  start: number;
  end: number;
  /** The whole of it, when `text` ends before its end. */
  whole: string;
  /** It stands below a farewell, where people say who they are. */
  isSignature: boolean;
};

/** How much of one message is read: the need stands near the top. */
const MOST_CHARACTERS = 5_000;
const MOST_SENTENCES = 30;
const MOST_WORDS = 24;
const LONGEST_WORD = 80;

/** The sentences of what was written this time, in their order. Long ones end after their first words. */
export const sentencesOf = (turn: Turn): Sentence[] => {
  const text = wellFormed(turn.text.slice(0, MOST_CHARACTERS));
  const lines = writtenLines(text);
  const signature = signatureStart(lines);
  return blocksOf(lines)
    .flatMap((block) => spansOf(text, block))
    .slice(0, MOST_SENTENCES)
    .map((span) => {
      const { start, end } = firstWords(text, span);
      return { messageId: turn.id, text: text.slice(start, end), start, end, whole: text.slice(span.start, span.end), isSignature: start >= signature };
    });
};

type Span = { start: number; end: number };

// The cut may have gone through a pair of surrogates.
const wellFormed = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text);

/** Lines that belong together. Mail programs break lines by themselves, so a full line goes on in the next one. */
const blocksOf = (lines: readonly WrittenLine[]): Span[] => {
  const blocks: Span[] = [];
  let goesOn = false;
  for (const line of lines) {
    const end = line.start + line.text.length;
    const last = blocks.at(-1);
    const isNext = last && line.start - last.end <= 2;
    if (line.text.trim() === '') goesOn = false;
    else {
      if (last && goesOn && isNext && !LISTED.test(line.text)) last.end = end;
      else blocks.push({ start: line.start, end });
      goesOn = line.text.length >= FULL_LINE;
    }
  }
  return blocks;
};

const FULL_LINE = 50;
const LISTED = /^\s{0,8}(?:[-*•–]|\d{1,2}[.)])\s/;

/** One pass over the characters: a pattern over runs of dots would go back and forth in them. */
const spansOf = (text: string, { start, end }: Span): Span[] => {
  const spans: Span[] = [];
  let from = start;
  const close = (to: number) => {
    const span = trimmed(text, { start: from, end: to });
    if (span.start < span.end) spans.push(span);
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const sign = text.charAt(at);
    if ('。！？'.includes(sign)) close(at + 1);
    else if ('.!?…'.includes(sign) && endsHere(text, at, end, from)) close(closingMarks(text, at + 1, end));
  }
  close(end);
  return spans;
};

const endsHere = (text: string, at: number, end: number, from: number): boolean => {
  const next = closingMarks(text, at + 1, end);
  if (next < end && !/\s/.test(text.charAt(next))) return false;
  if (text.charAt(at) !== '.') return true;
  const before = text.slice(Math.max(from, at - 12), at);
  return !ABBREVIATED.test(before) && !/^\s{1,3}\p{Ll}/u.test(text.slice(next, next + 5));
};

const closingMarks = (text: string, at: number, end: number): number => {
  let next = at;
  while (next < end && next < at + 3 && '"\')]”’'.includes(text.charAt(next))) next += 1;
  return next;
};

// "Mr.", "No. 5", "e.g.", the "J." of a name
const ABBREVIATED = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|tel|approx|etc|vs|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|e\.g|i\.e|[A-Z])$/i;

const trimmed = (text: string, { start, end }: Span): Span => {
  let [from, to] = [start, end];
  while (from < to && /[\s\-*•–]/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
};

const firstWords = (text: string, { start, end }: Span): Span => {
  const words = [...text.slice(start, end).matchAll(/\S+/g)].slice(0, MOST_WORDS);
  const kept = words.findIndex(([word]) => word.length > LONGEST_WORD);
  const last = words[kept > 0 ? kept - 1 : kept === 0 ? 0 : words.length - 1];
  return { start, end: last ? start + last.index + last[0].length : end };
};
