import { ALL_RULES, maySetLevel } from '@firstline/domain/rules.ts';
import { expect, test } from 'vitest';
import { FIXED, SETTABLE } from './rule-groups.ts';

const namesIn = (groups: typeof SETTABLE) => groups.flatMap(({ rules }) => rules.map(({ name }) => name));

test('R-327 every rule of the house stands on the page once, and only those that may be set can be set', () => {
  expect([...namesIn(SETTABLE), ...namesIn(FIXED)].sort()).toEqual(Object.keys(ALL_RULES).sort());
  expect(namesIn(SETTABLE).every(maySetLevel)).toBe(true);
  expect(namesIn(FIXED).some(maySetLevel)).toBe(false);
});
