import { expect, test } from 'vitest';
import { check } from '../../rule.ts';
import { detailBelongsToOneCustomer } from './detail-belongs-to-one-customer.ts';

test('R-092 A number that nobody has may be added', () => {
  expect(check([detailBelongsToOneCustomer], {})).toEqual([]);
});

test('R-092 A number that another customer has is refused, and their name is said', () => {
  expect(check([detailBelongsToOneCustomer], { owner: 'Dana Fields' })).toMatchObject([
    { rule: 'detail-belongs-to-one-customer', level: 'enforced', because: 'Dana Fields has it.' },
  ]);
});

test('R-092 A customer without a name is still somebody', () => {
  expect(check([detailBelongsToOneCustomer], { owner: '' })).toHaveLength(1);
});
