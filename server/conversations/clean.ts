/** Turns a text's reading direction over, so that a name reads as another one. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** Halves of characters, which no database takes. */
const HALVES = /\p{Surrogate}/gu;

/** What stands in a header or a list: one line, so that nothing written by somebody begins another header. */
export const oneLine = (text: string, most = 998): string =>
  text
    .slice(0, most * 4)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(TURNS, '')
    .trim()
    .slice(0, most)
    .replaceAll(HALVES, '\uFFFD');

/** Text as it is kept: line ends of one kind, and no other control characters but tabs. */
export const manyLines = (text: string, most: number): string =>
  text
    .slice(0, most * 2)
    .replaceAll(/\r\n?|[\f\v\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .slice(0, most)
    .replaceAll(HALVES, '\uFFFD')
    .trimEnd();
