import { expect, test } from 'vitest';
import { QUICK_HELP, SUPPORT_CONTACTS } from './help-lists.ts';

test('R-325 Quick help answers by symptom, in short steps', () => {
  expect(QUICK_HELP.map(({ id }) => id)).toEqual(['upset-customer', 'timeout-warning', 'lost-task', 'call-fails', 'unsure', 'mistake', 'page-does-not-load', 'other']);
  for (const { label, steps } of QUICK_HELP) {
    expect(label.length).toBeLessThan(50);
    expect(steps.split('\n').length).toBeGreaterThan(2);
    expect(steps.split('\n').every((step) => step.length < 90)).toBe(true);
  }
});

test('R-330 Nobody’s number or address is shipped with the support contacts', () => {
  expect(JSON.stringify(SUPPORT_CONTACTS)).not.toMatch(/@|\d/);
});
