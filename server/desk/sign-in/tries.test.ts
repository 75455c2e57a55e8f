import { openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayTry } from './tries.ts';

let house: SignInDesk;
beforeEach(async () => {
  house = await openSignInDesk();
  await house.stopClock();
});
afterEach(() => house.close());

const times = async <Answer>(n: number, ask: (at: number) => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let at = 0; at < n; at++) answers.push(await ask(at));
  return answers;
};
const status = async (email: string, password: string, headers: Record<string, string> = {}) =>
  (await house.post('/api/auth/sign-in/email', { email, password }, { headers })).statusCode;

test('S19 After five wrong passwords in a minute an account waits, known or unknown, and whatever the headers say', async () => {
  const ana = await house.person('Ana Lopez');
  const forged = (at: number) => ({ 'x-forwarded-for': `203.0.113.${at}`, 'x-real-ip': `203.0.113.${at}`, forwarded: `for=203.0.113.${at}` });
  expect(await times(6, (at) => status(ana.email, 'wrong horse battery', forged(at)))).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await times(6, (at) => status('nobody@house.example', 'wrong horse battery', forged(at)))).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await status(ana.email.toUpperCase(), ana.password)).toBe(429);
  await house.passes(61);
  expect(await status(ana.email, ana.password)).toBe(200);
});

test('S19 A right password clears the count, so a floor that starts its shift is let in', async () => {
  const ana = await house.person('Ana Lopez');
  await times(4, () => status(ana.email, 'wrong horse battery'));
  expect(await status(ana.email, ana.password)).toBe(200);
  expect(await times(5, () => status(ana.email, 'wrong horse battery'))).toEqual([401, 401, 401, 401, 401]);
  const { rows } = await house.pool.query<{ tries: number }>(`select tries from sign_in_tries where key like 'address %'`);
  expect(rows).toEqual([{ tries: 9 }]);
});

test('S19 One address cannot try many accounts; other addresses may go on', async () => {
  const from = (address: string) => (at: number) => mayTry(house.pool, `person${at}@house.example`, address);
  const tries = await times(101, from('203.0.113.7'));
  expect(tries.indexOf(false)).toBe(100);
  expect(await from('203.0.113.8')(0)).toBe(true);
});

test('S19 Behind the proxy that the house names each address is counted apart, so one stranger shuts nobody out; no other is believed', async () => {
  const behind = await openSignInDesk({ trustedProxy: '10.0.0.0/8, ::1' });
  const tryFrom = (address: string) => behind.post('/api/auth/sign-in/email', { email: `${address}@house.example`, password: 'wrong horse battery' }, { address, headers: { 'x-forwarded-for': '192.0.2.1, 203.0.113.7' } });
  for (const address of ['10.1.2.3', '::1', '198.51.100.9']) expect((await tryFrom(address)).statusCode).toBe(401);
  const { rows } = await behind.pool.query<{ key: string; tries: number }>(`select key, tries from sign_in_tries where key like 'address %' order by key`);
  expect(rows).toEqual([{ key: 'address 198.51.100.9', tries: 1 }, { key: 'address 203.0.113.7', tries: 2 }]);
  await behind.close();
});

test('S19 Tries at the same moment are all counted', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => mayTry(house.pool, 'ana@house.example', '203.0.113.7')));
  expect(all.filter(Boolean)).toHaveLength(5);
});
