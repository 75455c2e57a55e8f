import { expect, test } from 'vitest';
import { calledName, evolveCustomer } from './customer.ts';

const met = evolveCustomer(undefined, {
  type: 'customer.met',
  customerId: 'c1',
  personal: { email: 'dana@home.example' },
  at: '2026-03-02T09:00:00.000Z',
  by: 'system',
  version: 1,
});

test('R-092 A customer is known by what they wrote from, until they have a name', () => {
  expect(met).toMatchObject({ emails: ['dana@home.example'], phones: [], metAt: '2026-03-02T09:00:00.000Z' });
  expect(calledName(met)).toBe('dana@home.example');
});

test('R-093 A customer who is named keeps their addresses', () => {
  const named = evolveCustomer(met, {
    type: 'customer.named',
    customerId: 'c1',
    personal: { name: 'Dana Field' },
    at: '2026-03-02T09:05:00.000Z',
    by: 'ana',
    version: 2,
  });
  expect(named).toMatchObject({ name: 'Dana Field', emails: ['dana@home.example'], version: 2 });
  expect(calledName(named)).toBe('Dana Field');
});

test('R-092 Somebody of whom nothing is known can still be spoken of', () => {
  expect(calledName({ emails: [], phones: ['+44 20 7946 0958'] })).toBe('+44 20 7946 0958');
  expect(calledName({ emails: [], phones: [] })).toBe('Unknown customer');
});
