import { expect, test } from 'vitest';
import { check } from '../../rule.ts';
import { aMergeJoinsTwoWholeRecords, type Merging } from './a-merge-joins-two-whole-records.ts';

const dana = { id: 'dana', absorbed: [] };
const twin = { id: 'twin', absorbed: [] };
const said = (facts: Merging) => check([aMergeJoinsTwoWholeRecords], facts)[0]?.because;

test('R-092 Two records that stand alone may be merged', () => {
  expect(check([aMergeJoinsTwoWholeRecords], { customer: dana, other: twin })).toEqual([]);
});

test('R-092 A record is not merged into itself', () => {
  expect(said({ customer: dana, other: dana })).toBe('This is one and the same record.');
});

test('R-092 What is part of another record is not merged again, from either side', () => {
  expect(said({ customer: { ...dana, mergedInto: 'x' }, other: twin })).toBe('One of them is part of another record already.');
  expect(said({ customer: dana, other: { ...twin, mergedInto: 'x' } })).toBe('One of them is part of another record already.');
});

test('R-092 A record that took in others may take in one more, and is not taken in itself', () => {
  const whole = { ...dana, absorbed: [{ id: 'old', emails: [], phones: [], accounts: [] }] };
  expect(check([aMergeJoinsTwoWholeRecords], { customer: whole, other: twin })).toEqual([]);
  expect(said({ customer: twin, other: whole })).toBe('The record to be merged has taken in others.');
});
