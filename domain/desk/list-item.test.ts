import { expect, test } from 'vitest';
import { isSame, labelIn, offered } from './list-item.ts';

const own = { id: 'own', label: 'Own' };

test('R-327 What is retired is no longer offered and keeps its name; an id that left speaks for itself', () => {
  const items = [own, { id: 'old', label: 'Old', retired: true }];
  expect(offered(items)).toEqual([own]);
  expect(labelIn(items, 'old')).toBe('Old');
  expect(labelIn(items, 'gone')).toBe('gone');
});

test('R-327 Two lists are the same whatever order the fields stand in, but not the entries', () => {
  expect(isSame([{ label: 'Own', id: 'own' }], [own])).toBe(true);
  expect(isSame([own, { id: 'b', label: 'B' }], [{ id: 'b', label: 'B' }, own])).toBe(false);
});
