import { expect, test } from 'vitest';
import { asWords, saidOf } from './said-words.ts';

test('words are found whole, whatever stands around them', () => {
  const said = asWords('The “Whole-Office” is dark; it’s been OUT since nine.');
  expect(saidOf("whole office, it's been out, off, out since , -, since ten", said)).toEqual(['whole office', "it's been out", 'out since']);
  expect(saidOf(undefined, said)).toEqual([]);
});
