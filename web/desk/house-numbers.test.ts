import { policy } from '@firstline/domain/policy.ts';
import { expect, test } from 'vitest';
import { keptNumber, NUMBER_WORDS, NUMBERS, shownNumber } from './house-numbers.ts';

const { contactTries, emailBytes } = NUMBER_WORDS;

test('every number of the house can be set, and its shipped value is shown as it is kept', () => {
  expect(NUMBERS.toSorted()).toEqual(Object.keys(policy).sort());
  for (const name of NUMBERS) expect(keptNumber(shownNumber(policy[name], NUMBER_WORDS[name]), NUMBER_WORDS[name]), name).toBe(policy[name]);
});

test('a number is typed in its unit; what is no number is not taken', () => {
  expect(keptNumber('25', emailBytes)).toBe(25 * 1024 * 1024);
  expect(keptNumber('2,5', emailBytes)).toBe(2.5 * 1024 * 1024);
  expect(keptNumber(' 4 ', contactTries)).toBe(4);
  for (const typed of ['', '0', '-1', '1.5', 'three', '1e3', '99999999999']) expect(keptNumber(typed, contactTries), typed).toBeUndefined();
});
