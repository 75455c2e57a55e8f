import { expect, test } from 'vitest';
import { initialsCalled } from './note-cues.ts';

test('R-169 A note calls upon colleagues by their initials, and upon nobody by an address or a price', () => {
  expect(initialsCalled({ discussed: 'Ask @br, then @BR and (@ÅS).', agreed: '@LM looks at it' })).toEqual(['BR', 'ÅS', 'LM']);
  expect(initialsCalled({ discussed: 'dana@customer.example, 2 @ 5 USD, @@ana, @nobodyhasthese, a@b, @ana.example' })).toEqual([]);
});
