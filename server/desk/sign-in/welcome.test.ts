import { randomUUID } from 'node:crypto';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disablePerson } from '../commands/disable-person.ts';

let house: SignInDesk;
let max: Awaited<ReturnType<SignInDesk['person']>>;
let ida: Awaited<ReturnType<SignInDesk['person']>>;
let keeper: Actor;
let cookie: string;
beforeEach(async () => {
  house = await openSignInDesk();
  max = await house.person('Max Obi', ['administrator']);
  ida = await house.person('Ida Vale', ['agent'], '');
  keeper = { ...voice('system'), id: max.id, roles: ['administrator'] };
  cookie = await house.signIn(max);
});
afterEach(() => house.close());

const tokenIn = (link: string) => link.split('#token=')[1] ?? '';
const invite = async (personId: string) => (await house.post('/api/desk.inviteLink', { personId }, { cookie })).json<{ link: string; until: string }>();
const welcome = (token: string, more: Record<string, unknown> = {}) => house.post('/api/welcome', { token, password: 'chosen by Ida', ...more });

test('R-017 A one-time link lets a person choose a password, and signs them in', async () => {
  const { link, until } = await invite(ida.id);
  expect(link).toMatch(/^http:\/\/desk\.example\/welcome#token=[\w-]{43}$/);
  expect(Date.parse(until) - Date.now()).toBeGreaterThan(71 * 3_600_000);
  expect((await house.post('/api/welcome/who', { token: tokenIn(link) })).json()).toEqual({
    founds: false, name: 'Ida Vale', email: ida.email, initials: 'IV',
  });

  const response = await welcome(tokenIn(link));
  expect(response.statusCode).toBe(200);
  expect((await house.get('/api/desk.me', cookieOf(response))).json()).toMatchObject({ person: { id: ida.id } });
  expect(await house.signIn({ email: ida.email, password: 'chosen by Ida' })).toContain('session_token');
});

test('R-017 Whoever joins may say how they are called, within the house rules', async () => {
  const { link } = await invite(ida.id);
  const taken = await welcome(tokenIn(link), { initials: 'mo' });
  expect(taken.json()).toMatchObject({ status: 422, refused: [{ rule: 'initials-are-unique', because: 'They belong to Max Obi.' }] });
  const response = await welcome(tokenIn(link), { initials: 'IVA', name: ' Ida Vale-Arden ' });
  await house.follow();
  expect((await house.get('/api/desk.me', cookieOf(response))).json()).toMatchObject({ person: { name: 'Ida Vale-Arden', initials: 'IVA' } });
});

test('R-017 A link opens once, also when it is used twice at the same moment', async () => {
  const { link } = await invite(ida.id);
  const statuses = (await Promise.all([welcome(tokenIn(link)), welcome(tokenIn(link))])).map(({ statusCode }) => statusCode);
  expect(statuses.sort()).toEqual([200, 404]);
  expect((await welcome(tokenIn(link))).statusCode).toBe(404);
  expect((await house.post('/api/welcome/who', { token: tokenIn(link) })).statusCode).toBe(404);
});

test('R-017 A link ends after 72 hours, with a newer link, and with the doors of its person', async () => {
  const old = await invite(ida.id);
  await house.passes(72 * 3600 + 1);
  expect((await welcome(tokenIn(old.link))).statusCode).toBe(404);

  cookie = await house.signIn(max); // the sessions of the day before are over too
  const first = await invite(ida.id);
  const second = await invite(ida.id);
  expect((await welcome(tokenIn(first.link))).statusCode).toBe(404);
  await house.desk.run(disablePerson, { personId: ida.id }, keeper, { commandId: randomUUID() });
  expect((await welcome(tokenIn(second.link))).statusCode).toBe(404);
  expect((await house.post('/api/desk.inviteLink', { personId: ida.id }, { cookie })).json()).toMatchObject({
    status: 422,
    refused: [{ rule: 'whoever-is-invited-is-active' }],
  });
});

test('S18 A new password by link ends the sessions that the old one opened', async () => {
  const { link } = await invite(max.id);
  expect((await house.post('/api/welcome', { token: tokenIn(link), password: 'a new long password' })).statusCode).toBe(200);
  await house.follow();
  expect((await house.get('/api/desk.me', cookie)).statusCode).toBe(401);
});

test('R-328 Only an administrator makes links, and only for somebody who is there', async () => {
  const ana = await house.person('Ana Lopez', ['supervisor', 'manager']);
  const anas = await house.signIn(ana);
  expect((await house.post('/api/desk.inviteLink', { personId: ida.id })).statusCode).toBe(401);
  expect((await house.post('/api/desk.inviteLink', { personId: ida.id }, { cookie: anas })).statusCode).toBe(403);
  expect((await house.post('/api/desk.inviteLink', { personId: 'nobody' }, { cookie })).statusCode).toBe(404);
  expect((await invite(ida.id)).link).toBeTruthy();
  const { rows } = await house.pool.query(`select subject_id, by, body - 'until' as body from journal_inbox where type = 'person.invited'`);
  expect(rows).toEqual([{ subject_id: ida.id, by: max.id, body: { personId: ida.id } }]);
});
