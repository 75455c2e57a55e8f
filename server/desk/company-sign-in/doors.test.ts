import { voice } from '@firstline/domain/desk/role.ts';
import { openProvider } from '@firstline/testing/fake-provider.ts';
import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disablePerson } from '../commands/disable-person.ts';

let provider: Awaited<ReturnType<typeof openProvider>>;
let house: SignInDesk;
let ana: Awaited<ReturnType<SignInDesk['person']>>;
beforeEach(async () => {
  provider = await openProvider();
  house = await openSignInDesk({ company: provider.company });
  ana = await house.person('Ana Lopez', ['agent'], '');
});
afterEach(async () => {
  await house.close();
  await provider.close();
});

const go = async (back = '') => {
  const response = await house.get(`/api/auth/company${back && `?back=${encodeURIComponent(back)}`}`);
  return { location: String(response.headers.location), cookie: cookieOf(response) };
};
const comeBack = (query: string, cookie?: string) => house.get(`/api/auth/company/back?${query}`, cookie);
const sessionIn = (response: Awaited<ReturnType<typeof comeBack>>) => cookieOf(response).split('; ').find((pair) => pair.includes('session_token'));

/** The whole way, with what the provider says in its token. */
const withClaims = async (claims: Record<string, unknown>, back?: string) => {
  const { location, cookie } = await go(back);
  return comeBack(provider.signIn(location, { email: ana.email, ...claims }), cookie);
};

test('R-017 Whoever was added comes in with the company account, and to where they were going', async () => {
  expect((await house.get('/api/auth/ways')).json()).toEqual({ company: 'House account' });
  const response = await withClaims({ email: ana.email.toUpperCase() }, '/tasks/one');
  expect(response.headers.location).toBe('/tasks/one');
  expect(response.headers['set-cookie']).toEqual(expect.arrayContaining([expect.stringMatching(/session_token=.*HttpOnly; SameSite=Lax$/)]));
  expect((await house.get('/api/desk.me', sessionIn(response))).json()).toMatchObject({ person: { id: ana.id } });
});

test.each([
  ['another audience', { aud: 'another desk' }],
  ['several audiences without saying whose it is', { aud: ['desk', 'another desk'] }],
  ['another nonce', { nonce: 'made up' }],
  ['no nonce', { nonce: undefined }],
  ['another issuer', { iss: 'https://elsewhere.example' }],
  ['an email that nobody verified', { email_verified: false }],
  ['an email verified by a word', { email_verified: 'true' }],
  ['nothing about the email', { email_verified: undefined }],
  ['a time that is over', { exp: Math.floor(Date.now() / 1000) - 120 }],
  ['a time that has not come', { iat: Math.floor(Date.now() / 1000) + 600 }],
  ['somebody who was not added', { email: 'stranger@house.example' }],
])('S17 A token with %s opens nothing', async (_, claims) => {
  const response = await withClaims(claims);
  expect(response.headers.location).toBe('/sign-in?company=refused');
  expect(sessionIn(response)).toBeUndefined();
});

test('S17 A token that another key signed opens nothing', async () => {
  provider.forge();
  expect(sessionIn(await withClaims({}))).toBeUndefined();
});

test('S17 Only the browser that began finishes, with its own state, and once', async () => {
  const { location, cookie } = await go();
  const query = provider.signIn(location, { email: ana.email });
  expect(sessionIn(await comeBack(query))).toBeUndefined();
  const theirs = await go();
  expect(sessionIn(await comeBack(query, theirs.cookie))).toBeUndefined();
  expect(sessionIn(await comeBack(query, cookie))).toBeDefined();
  expect(sessionIn(await comeBack(provider.signIn(location, { email: ana.email }), cookie))).toBeUndefined();
});

test('S17 A sign-in that took longer than ten minutes opens nothing, and no address outside is led to', async () => {
  const { location, cookie } = await go();
  await house.passes(601);
  expect(sessionIn(await comeBack(provider.signIn(location, { email: ana.email, exp: 4_000_000_000 }), cookie))).toBeUndefined();
  for (const back of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
    expect((await withClaims({ exp: 4_000_000_000 }, back)).headers.location).toBe('/');
});

test('S18 A disabled person does not come in by the company account', async () => {
  await house.desk.run(disablePerson, { personId: ana.id }, { ...voice('system'), id: 'keeper', roles: ['administrator'] }, { commandId: randomUUID() });
  expect(sessionIn(await withClaims({}))).toBeUndefined();
});

test('R-017 A provider that does not answer is said so, and the password still opens', async () => {
  await provider.close();
  expect((await go()).location).toBe('/sign-in?company=silent');
  expect(await house.signIn(await house.person('Ben Sato'))).toContain('session_token');
});

test('S20 Neither code, token nor secret is written into the log', async () => {
  await withClaims({ aud: 'another desk' });
  expect(house.logged.join('\n')).toContain('"why":"aud"');
  expect(house.logged.join('\n')).not.toMatch(/a secret: of two|eyJ|ana\.lopez/);
});
