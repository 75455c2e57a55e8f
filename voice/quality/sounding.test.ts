import { expect, test } from 'vitest';
import type { LegQuality } from '../provider/call.ts';
import { createSounding, worseOf } from './sounding.ts';

const quality = (opinion: number, out?: number): LegQuality => ({
  in: { opinion, lost: 0, jitterMs: 0, received: 1, missing: 0, bufferMs: 40, concealedMs: 0 },
  ...(out !== undefined && { out: { opinion: out, lost: 0, jitterMs: 0 } }),
});

/** What is said, second by second. */
const said = (...opinions: number[]) => {
  const ask = createSounding();
  return opinions.map((opinion) => ask(quality(opinion)));
};

test('a leg is told of as poor after five bad seconds in a row, once, and as well again after five good ones', () => {
  expect(said(4, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3)).toEqual([...Array<undefined>(10), 'poor', undefined, undefined]);
  expect(said(3, 3, 3, 3, 3, 3.5, 4, 4, 4, 4, 4, 4).slice(4)).toEqual(['poor', undefined, undefined, undefined, undefined, undefined, 'well', undefined]);
});

test('a call is as good as its worse way', () => {
  expect(worseOf(quality(4.4, 2.1))).toBe(2.1);
  expect(worseOf(quality(3.9))).toBe(3.9);
});
