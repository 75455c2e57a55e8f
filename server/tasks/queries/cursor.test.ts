import { expect, test } from 'vitest';
import { cursorFrom, cursorOf } from './cursor.ts';

const TYPES = ['integer', 'timestamptz', 'text'] as const;

test('a page goes on where its cursor says', () => {
  const keys = [300_030, '2026-03-02T09:00:00.000Z', 'task-1'];
  expect(cursorFrom(cursorOf(keys), TYPES)).toEqual(keys);
});

test('what the database would choke on is no cursor', () => {
  const made = [[], [1], [1, 'yesterday', 'a'], [1, '2026-99-02T09:00:00Z', 'a'], [1, '2026-02-30T09:00:00Z', 'a'], [1, '0000-01-01T00:00:00Z', 'a'], [1, '1', 'a'], [2 ** 40, '2026-03-02T09:00:00Z', 'a'], [1.5, '2026-03-02T09:00:00Z', 'a'], ['1', '2026-03-02T09:00:00Z', 'a'], [1, '2026-03-02T09:00:00Z', 'a\0'], [1, '2026-03-02T09:00:00Z', 'a', 'b']];
  for (const keys of made) expect(cursorFrom(cursorOf(keys), TYPES), JSON.stringify(keys)).toBeUndefined();
  for (const word of ['', 'nonsense', '{}']) expect(cursorFrom(word, TYPES), word).toBeUndefined();
});
