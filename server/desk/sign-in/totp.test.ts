import { expect, test } from 'vitest';
import { base32, codeAt, stepAt, stepOf, totpAddress } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('R-017 At second %i the code is that of RFC 6238', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds))).toBe(code);
});

test('R-017 A code holds one step before and after its own, and no longer', () => {
  const code = codeAt(secret, 100);
  expect([98, 99, 100, 101, 102].map((step) => stepOf(secret, code, step * 30))).toEqual([undefined, 100, 100, 100, undefined]);
  expect(stepOf(secret, '28708', 59)).toBeUndefined();
  expect(stepOf(secret, '２８７０８２', 59)).toBeUndefined();
});

test('R-017 The secret is written as apps read it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(totpAddress(secret, 'ana+1@house.example')).toContain('/Firstline:ana%2B1%40house.example?secret=GEZDGNBVGY3TQOJQ');
});
