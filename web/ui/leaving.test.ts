import { expect, test } from 'vitest';
import { drawnAnew, withLeaving, type Staying } from './leaving.ts';

const all = (...items: string[]): Staying<string>[] => items.map((item) => ({ item, leaving: false }));
const self = (item: string): string => item;
const says = (shown: Staying<string>[]) => shown.map(({ item, leaving }) => (leaving ? `${item} leaves` : item)).join(', ');

test('Rows that leave one after the other stay where they stood until they have gone', () => {
  const first = withLeaving(all('a', 'b', 'c', 'd'), ['a', 'c', 'd'], self);
  expect(says(first)).toBe('a, b leaves, c, d');
  expect(says(withLeaving(first, ['a', 'd'], self))).toBe('a, b leaves, c leaves, d');
});

test('A row that comes back while it leaves stays, and new rows stand where they belong', () => {
  const leaving = withLeaving(all('a', 'b'), ['b'], self);
  expect(says(withLeaving(leaving, ['a', 'x', 'b'], self))).toBe('a, x, b');
});

test('P11 A row that goes alone is seen going; in a flood rows are gone at once', () => {
  const first = drawnAnew({ shown: all('a', 'b', 'c'), wentAt: -Infinity }, ['a', 'c'], self, 1000);
  expect(says(first.shown)).toBe('a, b leaves, c');
  const flood = drawnAnew(first, ['c'], self, 1100);
  expect(says(flood.shown)).toBe('c');
  expect(says(drawnAnew(flood, ['c', 'd'], self, 1150).shown)).toBe('c, d');
  expect(says(drawnAnew({ ...flood, shown: all('c', 'd') }, ['d'], self, 1700).shown)).toBe('c leaves, d');
  // Who wants no motion sees none, not even the first.
  expect(says(drawnAnew({ shown: all('a', 'b'), wentAt: -Infinity }, ['b'], self, 1000, Infinity).shown)).toBe('b');
});
