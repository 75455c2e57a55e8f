import { types } from 'pg';

/** How columns become values: numbers as numbers, times as ISO text, everything else as `pg` has it. */
export const columnReaders = {
  getTypeParser: (oid: number, format?: 'text') => readers[oid] ?? types.getTypeParser(oid, format),
} as typeof types;

/** `2026-11-21 20:16:01.5+00` as `Date.toISOString()` would write it. */
export const isoTime = (text: string) => {
  if (text.endsWith('infinity')) return text;
  if (!text.endsWith('+00')) return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
};

// The published type of this function describes another version than the one that comes with pg.
type ArrayParser = { create: (text: string, read: (text: string) => unknown) => { parse: () => unknown[] } };

const list = (read: (text: string) => unknown) => (text: string) =>
  (types.arrayParser as unknown as ArrayParser).create(text, read).parse();

const asWritten = (text: string) => text;

/** By PostgreSQL's numbers for its types. Dates without a time stay text: a Date would move them to another day. */
const readers: Record<number, (text: string) => unknown> = {
  20: Number, // int8
  1016: list(Number),
  1082: asWritten, // date
  1114: asWritten, // timestamp without zone
  1184: isoTime, // timestamptz
  1185: list(isoTime),
};
