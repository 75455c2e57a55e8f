import { expect, test } from 'vitest';
import { closingLetter } from './closing-letter.ts';

test('R-247 R-248 The draft says what was done and what comes next, asks for anything else, and thanks', () =>
  expect(closingLetter({ name: 'Dana Field', solution: ' Told the price. ', nextStep: 'The technician calls first.', appointments: ['Tue, 14:00: boiler service, 4 Mill Lane'] })).toBe(
    [
      'Dear Dana Field,',
      'What we did: Told the price.',
      'Your appointment:\n- Tue, 14:00: boiler service, 4 Mill Lane',
      'What happens next: The technician calls first.',
      'Is there anything else we can help you with? Just answer this email.',
      'Thank you for your time and patience.',
    ].join('\n\n'),
  ));

test('R-247 What was not said is left out', () => {
  const letter = closingLetter({ name: ' ', nextStep: 'We call you.', appointments: [] });
  expect(letter).toMatch(/^Hello,\n\nWhat happens next: We call you\./);
  expect(letter).not.toMatch(/What we did|appointment/);
});
