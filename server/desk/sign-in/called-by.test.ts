import { expect, test } from 'vitest';
import { calledBy } from './called-by.ts';

test.each([
  ['ana.lopez@house.example', 'Ana Lopez', 'AL'],
  ['admin@house.example', 'Admin', 'A'],
  ['a.b.c.d.e.f.g@house.example', 'A B C D E F G', 'ABCDE'],
  ['24-7@house.example', 'Administrator', 'A'],
])('R-328 %s is %s, %s', (email, name, initials) => {
  expect(calledBy(email)).toEqual({ name, initials });
});
