import { expect, test } from 'vitest';
import { withLeaving, type Staying } from './leaving.ts';

const all = (...items: string[]): Staying<string>[] => items.map((item) => ({ item, leaving: false }));
const says = (shown: Staying<string>[]) => shown.map(({ item, until }) => (until ? `${item} until ${until}` : item));

test('Rows that leave one after the other each leave in their own time, where they stood', () => {
  const first = withLeaving(all('a', 'b', 'c', 'd'), ['a', 'c', 'd'], (item) => item, 1000);
  expect(says(first)).toEqual(['a', 'b until 1140', 'c', 'd']);
  const second = withLeaving(first, ['a', 'd'], (item) => item, 1100);
  expect(says(second)).toEqual(['a', 'b until 1140', 'c until 1240', 'd']);
});

test('A row that comes back while it leaves stays, and new rows stand where they belong', () => {
  const leaving = withLeaving(all('a', 'b'), ['b'], (item) => item, 1000);
  expect(says(withLeaving(leaving, ['a', 'x', 'b'], (item) => item, 1050))).toEqual(['a', 'x', 'b']);
});
