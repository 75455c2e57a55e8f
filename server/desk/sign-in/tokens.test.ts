import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let house: SignInDesk;
let cookie: string;
let maxId: string;
beforeEach(async () => {
  house = await openSignInDesk();
  const max = await house.person('Max Obi', ['administrator']);
  maxId = max.id;
  cookie = await house.signIn(max);
});
afterEach(() => house.close());

const make = async (more: Record<string, unknown> = {}, by: { cookie?: string; headers?: Record<string, string> } = { cookie }) =>
  house.post('/api/desk.makeToken', { name: 'Reports', roles: ['administrator'], queueIds: [], only: [], ...more }, by);
const made = async (more: Record<string, unknown> = {}) => (await make(more)).json<{ token: string; tokenId: string }>();
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const list = async () => (await house.get('/api/desk.tokens', cookie)).json<{ tokens: { id: string; status: string; lastUsedAt?: string }[]; names: object }>();

test('R-328 A program comes in with its token, under its own name and with the roles it was given', async () => {
  const { token, tokenId } = await made();
  expect((await house.get('/api/desk.me', undefined, bearer(token))).json()).toMatchObject({ person: { id: tokenId, name: 'Reports', roles: ['administrator'] } });
  expect((await house.post('/api/desk.openQueue', { name: 'Billing' }, { headers: bearer(token) })).statusCode).toBe(200);
  const { rows } = await house.pool.query(`select by from journal_inbox where type = 'queue.opened'`);
  expect(rows).toEqual([{ by: tokenId }]);

  const agent = await made({ roles: ['agent'] });
  expect((await house.post('/api/desk.openQueue', { name: 'Sales' }, { headers: bearer(agent.token) })).statusCode).toBe(403);
});

test('R-328 A token for some doors opens no other', async () => {
  const { token } = await made({ only: ['desk.people', 'desk.openQueue'] });
  expect((await house.get('/api/desk.people', undefined, bearer(token))).statusCode).toBe(200);
  expect((await house.post('/api/desk.openQueue', { name: 'Billing' }, { headers: bearer(token) })).statusCode).toBe(200);
  expect((await house.get('/api/desk.me', undefined, bearer(token))).statusCode).toBe(403);
  expect((await house.post('/api/desk.setNumber', { name: 'contactTries', value: 5 }, { headers: bearer(token) })).statusCode).toBe(403);
});

test('S20 A token is shown once and kept as a hash: it stands in no row, no journal entry and no log', async () => {
  const { token } = await made();
  await house.get('/api/desk.me', undefined, bearer(token));
  const secret = token.replace('firstline_', '');
  const { rows: tables } = await house.pool.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`);
  for (const { name } of tables) {
    const { rows } = await house.pool.query(`select 1 from "${name}" as row where row::text like '%' || $1 || '%'`, [secret]);
    expect(rows, name).toEqual([]);
  }
  expect(house.logged.join('\n')).not.toContain(secret);
  expect(JSON.stringify(await list())).not.toContain(secret);
});

test('S18 A revoked token opens nothing any more, on every node', async () => {
  const { token, tokenId } = await made();
  const other = await house.anotherNode();
  const onOther = () => other.http.inject({ method: 'GET', url: '/api/desk.me', headers: bearer(token) });
  expect((await onOther()).statusCode).toBe(200);
  expect((await house.get('/api/desk.me', undefined, bearer(token))).statusCode).toBe(200);
  expect((await house.post('/api/desk.revokeToken', { tokenId }, { cookie })).statusCode).toBe(200);
  await house.follow();
  while (await other.tail.read());
  expect((await house.get('/api/desk.me', undefined, bearer(token))).statusCode).toBe(401);
  expect((await onOther()).statusCode).toBe(401);
  expect((await list()).tokens).toMatchObject([{ id: tokenId, status: 'revoked' }]);
});

test('R-328 Only an administrator who is a person makes tokens; no token makes another, nor a one-time link', async () => {
  const { token } = await made();
  const ida = await house.person('Ida Vale', ['manager']);
  expect((await make({}, { cookie: await house.signIn(ida) })).statusCode).toBe(403);
  expect((await make({}, {})).statusCode).toBe(401);
  expect((await make({}, { headers: bearer(token) })).statusCode).toBe(403);
  expect((await house.post('/api/desk.inviteLink', { personId: ida.id }, { headers: bearer(token) })).statusCode).toBe(403);
  expect((await make({ roles: ['system'] })).statusCode).toBe(400);
  expect((await make({ queueIds: ['nowhere'] })).statusCode).toBe(404);
  const { rows } = await house.pool.query(`select by from journal_inbox where type = 'token.made'`);
  expect(rows).toEqual([{ by: maxId }]);
});

test('R-328 It is seen when a token was last used; what is no token of ours opens nothing, even beside a session', async () => {
  const { token } = await made();
  expect((await list()).tokens[0]?.lastUsedAt).toBeUndefined();
  await house.get('/api/desk.me', undefined, bearer(token));
  expect((await list()).tokens[0]?.lastUsedAt).toBeTruthy();
  for (const authorization of [`Bearer ${'x'.repeat(43)}`, `Bearer firstline_${'x'.repeat(43)}`, 'Basic bWF4Og==', `bearer ${token}`, ''])
    expect((await house.get('/api/desk.me', cookie, { authorization })).statusCode, authorization).toBe(401);
});

test('S18 Signed out everywhere, every session of the person ends on every node; of others only an administrator asks it', async () => {
  const ana = await house.person('Ana Reyes');
  const ben = await house.person('Ben Sato');
  const first = await house.signIn(ana);
  const second = await house.signIn(ana);
  const other = await house.anotherNode();
  expect((await other.http.inject({ method: 'GET', url: '/api/desk.me', headers: { cookie: second } })).statusCode).toBe(200);
  expect((await house.post('/api/desk.signOutEverywhere', { personId: ana.id }, { cookie: await house.signIn(ben) })).statusCode).toBe(404);
  expect((await house.post('/api/desk.signOutEverywhere', { personId: ana.id }, { cookie: first })).statusCode).toBe(200);
  await house.follow();
  while (await other.tail.read());
  expect((await house.get('/api/desk.me', first)).statusCode).toBe(401);
  expect((await other.http.inject({ method: 'GET', url: '/api/desk.me', headers: { cookie: second } })).statusCode).toBe(401);
  const third = cookieOf(await house.post('/api/auth/sign-in/email', { email: ana.email, password: ana.password }));
  expect((await house.post('/api/desk.signOutEverywhere', { personId: ana.id }, { cookie })).statusCode).toBe(200);
  await house.follow();
  expect((await house.get('/api/desk.me', third)).statusCode).toBe(401);
});
