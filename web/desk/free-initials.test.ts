import { expect, test } from 'vitest';
import { freeInitials } from './free-initials.ts';

test('R-144 initials are proposed that nobody has yet', () => {
  expect(freeInitials('Ana Reyes', [])).toBe('AR');
  expect(freeInitials('Ana Reyes', ['ar', 'AR2', 'BO'])).toBe('AR3');
  expect(freeInitials('Åsa', ['AR'])).toBe('Å');
  expect(freeInitials('  ', ['AR'])).toBe('');
});
