import { expect, test } from 'vitest';
import { t } from './words.ts';

test('a sentence is its own key, dots, colons and all', () => {
  expect(t('Resolve & Close')).toBe('Resolve & Close');
  expect(t('Fold: list. Really.')).toBe('Fold: list. Really.');
});

test('values are filled in as they are, since React escapes what it shows', () =>
  expect(t('Call {{who}}', { who: "O'Brien & <Sons>" })).toBe("Call O'Brien & <Sons>"));

test('a number chooses its own form', () => {
  expect(t('{{count}} notices', { count: 1 })).toBe('1 notice');
  expect(t('{{count}} notices', { count: 3 })).toBe('3 notices');
});
