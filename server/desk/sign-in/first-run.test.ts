import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, expect, test } from 'vitest';

let house: SignInDesk;
afterEach(() => house.close());

const admin = { email: 'ana.lopez@house.example', password: 'correct horse battery' };
const tokenIn = (link = '') => link.split('#token=')[1] ?? '';
const founder = { password: 'chosen by Ana', name: 'Ana Lopez', email: admin.email, initials: 'AL' };
const events = async () => (await house.pool.query<{ type: string; by: string }>('select type, by from journal_inbox order by id')).rows;

test('R-328 A desk that nobody looks after gives a one-time link, and whoever opens it becomes the administrator', async () => {
  house = await openSignInDesk();
  const { link } = await house.firstRun();
  expect(link).toMatch(/^http:\/\/desk\.example\/welcome#token=[\w-]{43}$/);
  expect((await house.post('/api/welcome/who', { token: tokenIn(link) })).json()).toEqual({ founds: true });
  expect((await house.post('/api/welcome', { token: tokenIn(link), password: founder.password })).json()).toMatchObject({
    status: 400,
    issues: [{ path: 'name' }, { path: 'email' }, { path: 'initials' }],
  });

  const response = await house.post('/api/welcome', { token: tokenIn(link), ...founder });
  const me = (await house.get('/api/desk.me', cookieOf(response))).json<{ person: object; queues: { id: string; name: string }[] }>();
  expect(me.queues).toMatchObject([{ name: 'Support', status: 'open' }]);
  expect(me.person).toMatchObject({ name: 'Ana Lopez', roles: ['administrator', 'supervisor'], queueIds: [me.queues[0]?.id] });
  expect((await events()).map(({ type }) => type)).toEqual(['queue.opened', 'person.added', 'person.joined']);

  expect(await house.firstRun()).toEqual({});
  expect((await house.post('/api/welcome', { token: tokenIn(link), ...founder, email: 'eve@house.example', initials: 'EV' })).statusCode).toBe(404);
});

test('R-328 Each start before that gives a new link, the older one ends, and nothing else happens twice', async () => {
  house = await openSignInDesk();
  const first = await house.firstRun();
  const second = await house.firstRun();
  expect((await house.post('/api/welcome/who', { token: tokenIn(first.link) })).statusCode).toBe(404);
  expect((await house.post('/api/welcome/who', { token: tokenIn(second.link) })).statusCode).toBe(200);
  expect(await events()).toEqual([{ type: 'queue.opened', by: 'system' }]);
});

test('R-328 Two who open the link at the same moment make one administrator', async () => {
  house = await openSignInDesk();
  const token = tokenIn((await house.firstRun()).link);
  const eve = { ...founder, name: 'Eve Ng', email: 'eve@house.example', initials: 'EN' };
  const answers = await Promise.all([founder, eve].map((who) => house.post('/api/welcome', { token, ...who })));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  expect((await house.pool.query('select 1 from people')).rowCount).toBe(1);
});

test('R-328 The settings may name the administrator; started twice, also at the same moment, there is one', async () => {
  house = await openSignInDesk({ admin });
  expect(await Promise.all([house.firstRun(), house.firstRun()])).toEqual([{}, {}]);
  expect(await house.firstRun()).toEqual({});
  const me = (await house.get('/api/desk.me', await house.signIn(admin))).json();
  expect(me).toMatchObject({ person: { name: 'Ana Lopez', initials: 'AL', roles: ['administrator', 'supervisor'] }, queues: [{ name: 'Support' }] });
  expect((await house.pool.query('select 1 from people')).rowCount).toBe(1);
});

test('R-328 A password in the settings never replaces the one that was chosen', async () => {
  house = await openSignInDesk({ admin });
  await house.firstRun();
  await house.firstRun({ url: 'http://desk.example', admin: { ...admin, password: 'another long password' } });
  expect(await house.signIn(admin)).toContain('session_token');
});

test('R-328 When somebody else has the address of the settings, the console gives a link, and says why', async () => {
  house = await openSignInDesk({ admin });
  await house.person('Ana Lopez', ['agent'], '');
  expect((await house.firstRun()).link).toBeTruthy();
  expect(house.logged.join()).toContain('somebody else has this address or its initials');
});

test('R-328 A desk whose only administrator never chose a password is looked after by nobody', async () => {
  house = await openSignInDesk();
  await house.person('Max Obi', ['administrator'], '');
  expect((await house.firstRun()).link).toBeTruthy();
});
