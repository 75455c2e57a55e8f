import { expect, test } from 'vitest';
import { kindWords, momentOf, saidIn } from './journal-words.ts';

test('R-171 An entry of the audit log is told in words, with what stands in it', () => {
  expect(kindWords('house.levelSet')).toBe('A rule is kept otherwise');
  expect(kindWords('lamp.lit')).toBe('lamp.lit');
  expect(kindWords('toString')).toBe('toString');
  expect(saidIn({ rule: 'task-is-free', level: 'off', personal: { name: 'Ana' }, empty: '' })).toBe('rule: task-is-free · level: off · name: Ana');
  expect(saidIn({ text: 'x'.repeat(2000) })).toHaveLength(601);
});

test('R-171 A span of days begins with the first and ends after the last', () => {
  const from = Date.parse(momentOf('2026-03-02') ?? '');
  expect(Date.parse(momentOf('2026-03-02', 1) ?? '') - from).toBe(24 * 3_600_000);
  expect(momentOf('')).toBeUndefined();
});
