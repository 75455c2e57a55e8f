import { expect, test } from 'vitest';
import { unwrap } from './unwrap.ts';

test('numbers go on past the turn, and stragglers from before it stay behind it', () => {
  expect(unwrap(65_535, 0, 16)).toBe(65_536);
  expect(unwrap(65_537, 65_535, 16)).toBe(65_535);
  expect(unwrap(5 * 65_536, 2, 16)).toBe(5 * 65_536 + 2);
  expect(unwrap(2 ** 32 - 160, 0, 32)).toBe(2 ** 32);
  expect(unwrap(2 ** 32 + 5, 2 ** 32 - 10, 32)).toBe(2 ** 32 - 10);
});
