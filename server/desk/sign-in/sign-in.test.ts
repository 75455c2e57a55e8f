import crypto, { randomUUID } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disablePerson } from '../commands/disable-person.ts';

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
const meStatus = async (cookie?: string, headers?: Record<string, string>) => (await house.get('/api/desk.me', cookie, headers)).statusCode;
const tryToSignIn = (email: string, password: string) => house.post('/api/auth/sign-in/email', { email, password });

test('R-017 Whoever knows their password is let in as themselves, and the browser keeps nothing once it closes', async () => {
  const response = await tryToSignIn('ANA.lopez@house.example', ana.password);
  expect(response.statusCode).toBe(200);
  expect(response.body).toBe('{}');
  const [cookie] = [response.headers['set-cookie']].flat();
  expect(cookie).toMatch(/^firstline\.session_token=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);

  const me = await house.get('/api/desk.me', cookieOf(response));
  expect(me.json()).toMatchObject({ person: { id: ana.id, name: 'Ana Lopez', initials: 'AL', roles: ['agent'] }, build: 'test' });
});

test('R-017 Behind https the cookie never travels over http', async () => {
  const behindTls = await openSignInDesk({ url: 'https://desk.example' });
  const ben = await behindTls.person('Ben Sato');
  const response = await behindTls.post('/api/auth/sign-in/email', { email: ben.email, password: ben.password });
  expect([response.headers['set-cookie']].flat()[0]).toMatch(/^__Secure-firstline\.session_token=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await behindTls.get('/api/desk.me', cookieOf(response))).statusCode).toBe(200);
  await behindTls.close();
});

test('S19 A wrong password, an unknown address, a disabled person and one without a password get one and the same answer', async () => {
  const gone = await house.person('Gus Orr');
  await house.desk.run(disablePerson, { personId: gone.id }, keeper, asking());
  const invited = await house.person('Ida Vale', ['agent'], '');
  const answers = [
    await tryToSignIn(ana.email, 'wrong horse battery'),
    await tryToSignIn('nobody@house.example', ana.password),
    await tryToSignIn(gone.email, gone.password),
    await tryToSignIn(invited.email, 'wrong horse battery'),
    await tryToSignIn('no address', ana.password),
  ].map(({ statusCode, body, headers }) => ({ statusCode, body, cookie: headers['set-cookie'] }));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ statusCode: 401, cookie: undefined });
});

test('S19 Refusing a known address takes the same statements and the same hashing as an unknown one', async () => {
  const invited = await house.person('Ida Vale', ['agent'], '');
  const hashing = vi.spyOn(crypto, 'scrypt');
  syncBuiltinESMExports();
  const asking = vi.spyOn(Client.prototype, 'query');
  const costs: number[][] = [];
  for (const email of [ana.email, 'nobody@house.example', invited.email]) {
    await tryToSignIn(email, 'wrong horse battery');
    costs.push([asking.mock.calls.length, hashing.mock.calls.length]);
    vi.clearAllMocks();
  }
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  // One counts the try, one looks for the account.
  expect(costs).toEqual([[2, 1], [2, 1], [2, 1]]);
});

test('R-017 A password has at least ten characters', async () => {
  const cookie = await house.signIn(ana);
  const response = await house.post('/api/auth/change-password', { currentPassword: ana.password, newPassword: 'ninechars' }, { cookie });
  expect(response.json()).toMatchObject({ status: 400, issues: [{ path: 'newPassword', says: 'Use at least 10 characters.' }] });
});

test('S17 Nobody is believed by a header that names a person or an address', async () => {
  const forged = {
    'x-user': ana.id, 'x-user-id': ana.id, 'x-forwarded-user': ana.email, 'remote-user': ana.email, 'x-forwarded-email': ana.email,
    'x-remote-user': ana.id, authorization: `Bearer ${ana.id}`, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'cf-connecting-ip': '127.0.0.1',
  };
  expect(await meStatus(undefined, forged)).toBe(401);
  const cookie = await house.signIn(ana);
  // Whoever shows a token is a program: the cookie beside it opens nothing.
  expect(await meStatus(cookie, forged)).toBe(401);
  const { authorization: _, ...others } = forged;
  expect(await meStatus(cookie, others)).toBe(200);
});

test('S17 A cookie that was tampered with opens nothing, whatever was done to it', async () => {
  const cookie = await house.signIn(ana);
  const [name, value = ''] = cookie.split('=', 2);
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const flipped = (text: string) => (text[0] === 'A' ? 'B' : 'A') + text.slice(1);
  const made = (changed: string) => `${name}=${encodeURIComponent(changed)}`;
  for (const tampered of [
    made(`${flipped(token)}.${signature}`),
    made(`${token}.${flipped(signature)}`),
    made(`${token}.`),
    made(token),
    made(`.${signature}`),
    made(`${token}.${signature}.${signature}`),
    made(`${token}.${signature.slice(0, 20)}`),
    `${name}=`,
    `${name}=%E0%A4%A`,
    `${name}=${'a'.repeat(5000)}.${'b'.repeat(44)}`,
    `better-auth.session_token=${value}`,
  ])
    expect(await meStatus(tampered), tampered.slice(0, 80)).toBe(401);
  expect(await meStatus(cookie)).toBe(200);
  expect(await meStatus(`first=1; ${cookie}; last=2`)).toBe(200);
});

test('R-017 Signing up, and every other flow that the desk does not offer, is no door', async () => {
  for (const path of ['sign-up/email', 'update-user', 'delete-user', 'get-session', 'request-password-reset', 'reset-password', 'change-email', 'revoke-sessions', 'ok', 'sign-in/social'])
    expect((await house.post(`/api/auth/${path}`, { email: 'new@house.example', password: 'correct horse battery', name: 'New' })).statusCode, path).toBe(404);
  expect((await house.get('/api/auth/get-session', await house.signIn(ana))).statusCode).toBe(404);
});

test('S1 The doors of signing in are closed to the pages of others, and answer in the closed list of problems', async () => {
  for (const path of ['/api/auth/sign-in/email', '/api/auth/sign-out', '/api/auth/change-password', '/api/welcome', '/api/welcome/who', '/api/desk.inviteLink']) {
    const foreign = await house.post(path, {}, { headers: { origin: 'https://evil.example' } });
    expect(foreign.json(), path).toMatchObject({ status: 403, code: 'foreign-origin' });
    for (const body of [{ email: ['x'], password: {} }, { __proto__: null, more: 1 }, [], 'text'])
      expect((await house.post(path, body, { headers: { 'content-type': 'application/json' } })).json(), path).toMatchObject({ status: 400, code: 'bad-input' });
  }
  const own = await house.post('/api/auth/sign-in/email', { email: ana.email, password: ana.password }, { headers: { origin: 'http://desk.example', host: 'desk.example' } });
  expect(own.statusCode).toBe(200);
});
