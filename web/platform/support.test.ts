import { expect, test } from 'vitest';
import { setSupport, support, withSupport } from './support.ts';

test('R-326 Every error that a person cannot mend names whom to turn to, as the settings say', () => {
  expect(withSupport('broken', 'Something broke.')).toBe('Something broke.');
  setSupport([{ id: 'old', label: 'Old desk', how: 'Room 1', retired: true }, { id: 'it', label: 'IT desk', how: 'Extension 40.' }]);
  expect(support().map(({ id }) => id)).toEqual(['it']);
  for (const code of ['no-answer', 'broken', 'not-ready', 'busy', 'too-many', 'not-allowed']) expect(withSupport(code, 'No.')).toBe('No. If it stays: IT desk. Extension 40.');
  expect(withSupport('bad-input', 'Write a name.')).toBe('Write a name.');
});
