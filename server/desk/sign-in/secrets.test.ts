import { openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, expect, test } from 'vitest';

let house: SignInDesk;
afterEach(() => house.close());

/** Whatever a table holds, as one text. */
const everything = async (table: string): Promise<string> =>
  (await house.pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} as t`)).rows.map(({ row }) => row).join('\n');

test('S20 No password, hash, cookie or link stands in the journal, the answers, the jobs or the log', async () => {
  house = await openSignInDesk();
  const link = (await house.firstRun()).link ?? '';
  const token = link.split('#token=')[1] ?? '';
  const said: string[] = [];
  const post = async (path: string, body: object, cookie?: string) => {
    const response = await house.post(path, body, { cookie });
    said.push(response.body);
    return response;
  };
  const password = 'canary password one';
  const called = { name: 'Ana Lopez', email: 'ana@house.example', initials: 'AL' };
  await post('/api/welcome', { token, password, ...called });
  const ana = await house.signIn({ email: called.email, password });
  const ben = await house.person('Ben Sato', ['agent'], 'canary password two');
  const invited = (await house.post('/api/desk.inviteLink', { personId: ben.id }, { cookie: ana })).json<{ link: string }>();
  const bens = invited.link.split('#token=')[1] ?? '';
  expect((await post('/api/welcome', { token: bens, password: 'canary password three', initials: 'AL' })).statusCode).toBe(422);
  await post('/api/welcome', { token: bens, password: 'canary password three' });
  await post('/api/auth/sign-in/email', { email: ben.email, password: 'canary password four' });
  await post('/api/auth/change-password', { currentPassword: password, newPassword: 'canary password five' }, ana);
  await post('/api/auth/sign-out', {}, ana);
  await post('/api/welcome', { token: 'canary', password });
  await house.follow();

  const { rows } = await house.pool.query<{ secret: string }>(
    `select password as secret from auth_accounts union select token from auth_sessions union select secret from sign_in_secret`,
  );
  const secrets = ['canary', token, bens, ana.split('=')[1]?.split('.')[0] ?? '', ...rows.map(({ secret }) => secret)];
  expect(secrets.length).toBeGreaterThan(7);
  const kept = (await Promise.all(['journal', 'journal_inbox', 'commands', 'jobs', 'people', 'sign_in_tries'].map(everything))).join('\n');
  const seen = [kept, house.logged.join('\n'), said.join('\n')];
  expect(kept).toContain('Ana Lopez'); // the net is not empty
  expect(kept).toContain('person.passwordChanged');
  for (const secret of secrets) for (const text of seen) expect(text.includes(secret), secret.slice(0, 12)).toBe(false);
  expect((await everything('invites')) + (await everything('auth_accounts'))).not.toMatch(new RegExp(`${token}|${bens}|canary`));
});
