import { randomUUID } from 'node:crypto';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disablePerson } from '../commands/disable-person.ts';
import { enablePerson } from '../commands/enable-person.ts';
import { setRoles } from '../commands/set-roles.ts';
import { sessionFor } from './open-sign-in.ts';

let house: SignInDesk;
let ana: Awaited<ReturnType<SignInDesk['person']>>;
let keeper: Actor;
beforeEach(async () => {
  house = await openSignInDesk();
  ana = await house.person('Ana Lopez');
  keeper = { ...voice('system'), id: 'keeper', roles: ['administrator'] };
});
afterEach(() => house.close());

const asking = () => ({ commandId: randomUUID() });
const meStatus = async (cookie: string) => (await house.get('/api/desk.me', cookie)).statusCode;
const tryToSignIn = (email: string, password: string) => house.post('/api/auth/sign-in/email', { email, password });

test('S18 A disabled person loses every door with one step of the journal, and gets none back by being enabled', async () => {
  const cookie = await house.signIn(ana);
  expect(await meStatus(cookie)).toBe(200);
  await house.desk.run(disablePerson, { personId: ana.id }, keeper, asking());
  await house.follow();
  expect(await meStatus(cookie)).toBe(401);
  expect(house.cut.at(-1)).toBe(ana.id);

  await house.desk.run(enablePerson, { personId: ana.id }, keeper, asking());
  await house.follow();
  expect(await meStatus(cookie)).toBe(401);
});

test('S18 A session that came into being while its person was disabled opens nothing', async () => {
  const late = await sessionFor(house.desk, { url: 'http://desk.example' }, ana.id);
  expect(await meStatus(late)).toBe(200);
  await house.desk.run(disablePerson, { personId: ana.id }, keeper, asking());
  await house.follow();
  expect(await meStatus(await sessionFor(house.desk, { url: 'http://desk.example' }, ana.id))).toBe(401);
});

test('S18 Another node hears of it too', async () => {
  const cookie = await house.signIn(ana);
  const other = await house.anotherNode();
  const there = async () => (await other.http.inject({ url: '/api/desk.me', headers: { cookie } })).statusCode;
  expect(await there()).toBe(200);
  await house.desk.run(disablePerson, { personId: ana.id }, keeper, asking());
  await house.follow();
  await other.tail.read();
  expect(await there()).toBe(401);
});

test('S18 New roles hold with one step of the journal', async () => {
  const cookie = await house.signIn(ana);
  expect((await house.get('/api/desk.people', cookie)).statusCode).toBe(403);
  await house.desk.run(setRoles, { personId: ana.id, roles: ['administrator' as const] }, keeper, asking());
  await house.follow();
  expect((await house.get('/api/desk.people', cookie)).json()).toMatchObject({ people: [{ id: ana.id, joined: true }] });
});

test('R-017 Signing out ends the session at once, on other nodes with one step of the journal', async () => {
  const cookie = await house.signIn(ana);
  expect(await meStatus(cookie)).toBe(200);
  const response = await house.post('/api/auth/sign-out', {}, { cookie });
  expect(response.statusCode).toBe(200);
  expect(String(response.headers['set-cookie'])).toContain('firstline.session_token=; Max-Age=0');
  expect(await meStatus(cookie)).toBe(401);
  const { rows } = await house.pool.query(`select type, by from journal_inbox where type = 'person.signedOut'`);
  expect(rows).toEqual([{ type: 'person.signedOut', by: ana.id }]);
});

test('S18 A changed password ends every older session and leaves the one that changed it', async () => {
  const here = await house.signIn(ana);
  const elsewhere = await house.signIn(ana);
  expect([await meStatus(here), await meStatus(elsewhere)]).toEqual([200, 200]);
  const change = (currentPassword: string, cookie?: string) =>
    house.post('/api/auth/change-password', { currentPassword, newPassword: 'a new long password' }, { cookie });

  expect((await change(ana.password)).statusCode).toBe(401);
  expect((await change('wrong horse battery', here)).json()).toMatchObject({ status: 400, issues: [{ path: 'currentPassword' }] });
  const changed = await change(ana.password, here);
  expect(changed.statusCode).toBe(200);
  expect([await meStatus(here), await meStatus(elsewhere), await meStatus(cookieOf(changed))]).toEqual([401, 401, 200]);
  expect((await tryToSignIn(ana.email, ana.password)).statusCode).toBe(401);
  expect((await tryToSignIn(ana.email, 'a new long password')).statusCode).toBe(200);
});

test('R-017 A session ends 12 hours after it was last used, and not before', async () => {
  const cookie = await house.signIn(ana);
  // A node that was just started remembers nobody.
  const status = async () =>
    (await (await house.anotherNode()).http.inject({ url: '/api/desk.me', headers: { cookie } })).statusCode;
  await house.passes(11 * 3600);
  expect(await status()).toBe(200);
  await house.passes(11 * 3600);
  expect(await status()).toBe(200);
  await house.passes(12 * 3600 + 1);
  expect(await status()).toBe(401);
});
