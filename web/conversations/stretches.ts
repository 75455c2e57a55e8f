import { writtenLines } from '@firstline/domain/conversations/visible-reply.ts';

/** A piece of a message's text as it is shown. */
export type Stretch = { text: string; start: number; isQuoted: boolean; isLit: boolean };

type Range = { start: number; end: number };

/** The whole text in pieces, in order: what was written this time, what was quoted, and what stands in the light. */
export const stretchesOf = (text: string, lit?: Range): Stretch[] => {
  const written = withBreaks(text);
  const cuts = new Set([0, text.length, ...written.flatMap(({ start, end }) => [start, end]), ...(lit ? [lit.start, lit.end] : [])]);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  const pieces = places.slice(1).map((end, n): Stretch => {
    const start = places[n] ?? 0;
    return {
      text: text.slice(start, end),
      start,
      isQuoted: !written.some((range) => range.start <= start && end <= range.end),
      isLit: lit !== undefined && lit.start <= start && end <= lit.end,
    };
  });
  return joined(pieces).map((piece) => (piece.isQuoted && piece.text.trim() === '' ? { ...piece, text: '', isQuoted: false } : piece)).filter((piece) => piece.text !== '');
};

/** Neighbouring lines are one range with the line break between them. */
const withBreaks = (text: string): Range[] =>
  writtenLines(text).reduce<Range[]>((ranges, line) => {
    const last = ranges.at(-1);
    const range = { start: line.start, end: line.start + line.text.length };
    if (!last || text.slice(last.end, range.start).trim() !== '') return [...ranges, range];
    return [...ranges.slice(0, -1), { start: last.start, end: range.end }];
  }, []);

const joined = (pieces: Stretch[]): Stretch[] =>
  pieces.reduce<Stretch[]>((whole, piece) => {
    const last = whole.at(-1);
    if (!last || last.isQuoted !== piece.isQuoted || last.isLit !== piece.isLit) return [...whole, piece];
    return [...whole.slice(0, -1), { ...last, text: last.text + piece.text }];
  }, []);
