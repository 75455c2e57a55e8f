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

test('S27 What an administrator named is read as it was written, also when it looks like a word of the program', () => {
  for (const label of ['constructor', '__proto__', 'toString', '{{name}}', '{{count}}', '$t(Close)', '{{- name}}', '<b>Warranty</b> & more']) expect(t(label)).toBe(label);
});

test('S6 A name that looks like a place for another word is put in as it is', () => {
  expect(t('Claim the task of {{name}}', { name: '{{count}} $t(Close) <b>' })).toBe('Claim the task of {{count}} $t(Close) <b>');
  expect(t('{{name}} · {{to}}', { name: '{{to}}', to: 'Dana' })).toBe('{{to}} · Dana');
});
