import { expect, test } from 'vitest';
import { begunAgain } from './escalation-form.ts';

test('R-078 What was typed into an escalation stays, wherever it is asked from again', () => {
  const typed = { issue: 'Refund: 300. They were promised it twice.', tried: 'Called them.' };
  expect(begunAgain(typed, undefined)).toEqual(typed);
  expect(begunAgain(typed, { reason: 'beyond-authority', issue: 'Refund: 300' })).toEqual({ ...typed, reason: 'beyond-authority' });
  expect(begunAgain(typed, { issue: 'Promise: 20' })).toEqual({ ...typed, issue: `${typed.issue}\nPromise: 20` });
  expect(begunAgain({}, { issue: 'Promise: 20' })).toEqual({ issue: 'Promise: 20' });
  expect(begunAgain(undefined, { category: 'legal' })).toEqual({ category: 'legal' });
});
