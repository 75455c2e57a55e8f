import { expect, test } from 'vitest';
import { senderVerified } from './sender-verified.ts';

const verdict = (headers: string[], relay: string | undefined = 'mx.house.example', from = 'dana@customer.example') =>
  senderVerified({ headers: headers.map((value) => ({ key: 'authentication-results', originalKey: 'Authentication-Results', value })) }, from, relay);

test.each([
  ['mx.house.example; dmarc=pass header.from=customer.example', 'verified'],
  ['mx.house.example (note); spf=fail; dmarc=pass (p=none)', 'verified'],
  ['MX.House.Example; dkim=pass header.d=customer.example header.s=k', 'verified'],
  ['mx.house.example; dkim=pass header.i=@mail.customer.example', 'verified'],
  ['mx.house.example; spf=pass smtp.mailfrom=bounce@customer.example', 'verified'],
  ['mx.house.example; dkim=pass header.d=evil.example', 'failed'],
  ['mx.house.example; spf=pass smtp.mailfrom=thief@evil.example', 'failed'],
  ['mx.house.example; dmarc=fail header.from=customer.example; dkim=pass header.d=customer.example', 'failed'],
  ['mx.house.example; spf=softfail smtp.mailfrom=customer.example', 'failed'],
  ['mx.evil.example; dmarc=pass header.from=customer.example', 'failed'],
  ['mx.house.example; none (dmarc=pass)', 'failed'],
  ['mx.house.example; dkim=pass header.d=example', 'failed'],
])('S4 With %j the sender is %s', (header, expected) => expect(verdict([header])).toBe(expected));

test('S4 Only the newest header of the trusted server counts; without any the sender has failed', () => {
  expect(verdict(['mx.house.example; dmarc=fail', 'mx.house.example; dmarc=pass'])).toBe('failed');
  expect(verdict(['mx.evil.example; dmarc=pass', 'mx.house.example; dmarc=pass'])).toBe('verified');
  expect(verdict([])).toBe('failed');
});

test('S4 Without a trusted server nobody looked', () => expect(senderVerified({ headers: [] }, 'a@b.example', undefined)).toBeUndefined());
