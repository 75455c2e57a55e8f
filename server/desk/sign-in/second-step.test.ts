import { voice } from '@firstline/domain/desk/role.ts';
import { cookieOf, openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealing } from './sealed.ts';
import { signInSecret } from './secret.ts';
import { askSecondStep, resetSecondStep } from './second-step-commands.ts';
import { codeAt, stepAt } from './totp.ts';

let house: SignInDesk;
let ana: Awaited<ReturnType<SignInDesk['person']>>;
let cookie: string;
beforeEach(async () => {
  house = await openSignInDesk();
  await house.stopClock();
  ana = await house.person('Ana Lopez');
  cookie = await house.signIn(ana);
});
afterEach(() => house.close());

const keeper = { ...voice('system'), id: 'keeper', roles: ['administrator' as const] };
const begin = (more: object, as?: string) => house.post('/api/auth/second-step/begin', more, { cookie: as });
const confirm = (more: object, as?: string) => house.post('/api/auth/second-step/confirm', more, { cookie: as });
const withCode = (step: string, code: string) => house.post('/api/auth/sign-in/code', { step, code });
const meStatus = async (as: string) => (await house.get('/api/desk.me', as)).statusCode;

/** What Ana's telephone shows; the database's clock is the one that counts. */
const telephone = async (shift = 0): Promise<string> => {
  const { rows } = await house.pool.query<{ secret: string; seconds: number }>(
    'select secret, extract(epoch from desk_now())::float8 as seconds from second_steps where person_id = $1',
    [ana.id],
  );
  const secret = sealing(await signInSecret(house.pool)).unseal(rows[0]?.secret ?? '', ana.id);
  return codeAt(secret, stepAt(rows[0]?.seconds ?? 0) + shift);
};

const setUp = async (): Promise<string[]> => {
  expect((await begin({ password: ana.password }, cookie)).statusCode).toBe(200);
  const { backupCodes } = (await confirm({ code: await telephone() }, cookie)).json<{ backupCodes: string[] }>();
  await house.passes(120);
  return backupCodes;
};

const password = async (): Promise<string> => {
  const response = await house.post('/api/auth/sign-in/email', { email: ana.email, password: ana.password });
  expect(response.headers['set-cookie']).toBeUndefined();
  expect(response.json()).toMatchObject({ lacks: 'code' });
  return response.json<{ step: string }>().step;
};

test('R-017 With a second step the password alone opens nothing, and a code of the telephone does', async () => {
  await setUp();
  const { rows } = await house.pool.query('select count(*)::int as n from auth_sessions');
  const step = await password();
  expect((await house.pool.query('select count(*)::int as n from auth_sessions')).rows).toEqual(rows);
  expect((await withCode(step, '000000')).statusCode).toBe(400);
  const response = await withCode(step, await telephone());
  expect(response.statusCode).toBe(200);
  expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax$/);
  expect(await meStatus(cookieOf(response))).toBe(200);
  expect((await withCode(step, await telephone(1))).statusCode).toBe(401);
});

test('R-017 A code opens once, one step early or late, and none older than the last', async () => {
  await setUp();
  const late = await telephone(-1);
  expect((await withCode(await password(), late)).statusCode).toBe(200);
  expect((await withCode(await password(), late)).statusCode).toBe(400);
  const early = await telephone(1);
  expect((await withCode(await password(), early)).statusCode).toBe(200);
  expect((await withCode(await password(), await telephone())).statusCode).toBe(400);
});

test('R-017 One code in two sign-ins at the same moment opens one of them', async () => {
  await setUp();
  const steps = [await password(), await password()];
  const code = await telephone();
  const statuses = (await Promise.all(steps.map((step) => withCode(step, code)))).map(({ statusCode }) => statusCode);
  expect(statuses.sort()).toEqual([200, 400]);
});

test('R-017 Each of ten backup codes opens once, however it is written', async () => {
  const codes = await setUp();
  expect(new Set(codes).size).toBe(10);
  const [first = ''] = codes;
  expect((await withCode(await password(), first.toUpperCase().replace('-', ' '))).statusCode).toBe(200);
  expect((await withCode(await password(), first)).statusCode).toBe(400);
  expect((await house.get('/api/desk.secondStep', cookie)).json()).toEqual({ on: true, backupCodes: 9 });
});

test('S19 A sign-in takes five codes and five minutes; ten wrong codes make everybody wait a quarter of an hour', async () => {
  await setUp();
  const step = await password();
  for (let tries = 0; tries < 5; tries += 1) expect((await withCode(step, '12345')).statusCode).toBe(400);
  expect((await withCode(step, await telephone())).statusCode).toBe(401);

  const old = await password();
  await house.passes(301);
  expect((await withCode(old, await telephone())).statusCode).toBe(401);

  const further = await password();
  for (let tries = 0; tries < 5; tries += 1) await withCode(further, '12345');
  expect((await withCode(await password(), await telephone())).statusCode).toBe(400);
  await house.passes(15 * 60 + 1);
  expect((await withCode(await password(), await telephone())).statusCode).toBe(200);
});

test('R-017 Setting up asks the password, and ending it the password and a code', async () => {
  expect((await begin({}, cookie)).statusCode).toBe(400);
  expect((await begin({ password: ana.password })).statusCode).toBe(401);
  await setUp();
  expect((await begin({ password: ana.password }, cookie)).statusCode).toBe(404);
  const end = (more: object) => house.post('/api/auth/second-step/end', { password: ana.password, code: '000000', ...more }, { cookie });
  expect((await end({ password: 'wrong horse', code: await telephone() })).statusCode).toBe(400);
  expect((await end({})).statusCode).toBe(400);
  expect((await end({ code: await telephone() })).statusCode).toBe(200);
  expect(await meStatus(await house.signIn(ana))).toBe(200);
});

test('R-017 Where the house asks it of everybody, who has none sets it up while signing in', async () => {
  await house.desk.run(askSecondStep, { asked: true }, keeper, { commandId: randomUUID() });
  const { step, lacks } = (await house.post('/api/auth/sign-in/email', { email: ana.email, password: ana.password })).json<{ step: string; lacks: string }>();
  expect(lacks).toBe('setup');
  expect((await withCode(step, '000000')).statusCode).toBe(401);
  const { secret, address } = (await begin({ step })).json<{ secret: string; address: string }>();
  expect(address).toContain(secret);
  const done = await confirm({ step, code: await telephone() });
  expect(done.json<{ backupCodes: string[] }>().backupCodes).toHaveLength(10);
  expect(await meStatus(cookieOf(done))).toBe(200);
});

test('S18 An administrator takes a lost second step away: every session ends, and waiting sign-ins too', async () => {
  await setUp();
  cookie = cookieOf(await withCode(await password(), await telephone()));
  const waiting = await password();
  await house.desk.run(resetSecondStep, { personId: ana.id }, keeper, { commandId: randomUUID() });
  await house.follow();
  expect(await meStatus(cookie)).toBe(401);
  expect((await withCode(waiting, '000000')).statusCode).toBe(401);
  expect(await meStatus(await house.signIn(ana))).toBe(200);
});

test('R-017 A one-time link gives a new password, and leaves the second step to be done', async () => {
  await setUp();
  const max = await house.person('Max Obi', ['administrator']);
  const { link } = (await house.post('/api/desk.inviteLink', { personId: ana.id }, { cookie: await house.signIn(max) })).json<{ link: string }>();
  const response = await house.post('/api/welcome', { token: link.split('#token=')[1], password: 'a new long password' });
  expect(response.headers['set-cookie']).toBeUndefined();
  expect(response.json()).toMatchObject({ lacks: 'code' });
});

test('S20 Neither the secret nor a code stands in the journal, the answers kept, or the log; the table holds the secret sealed', async () => {
  const { secret } = (await begin({ password: ana.password }, cookie)).json<{ secret: string }>();
  const { backupCodes } = (await confirm({ code: await telephone() }, cookie)).json<{ backupCodes: string[] }>();
  await house.follow();
  const kept = await Promise.all(
    ['journal', 'journal_inbox', 'commands', 'jobs', 'second_steps', 'backup_codes', 'waiting_sign_ins'].map(async (table) =>
      (await house.pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} as t`)).rows.map(({ row }) => row).join('\n'),
    ),
  );
  const seen = [...kept, ...house.logged].join('\n');
  expect(seen).toContain('person.secondStepSet');
  for (const one of [secret, ...backupCodes]) expect(seen.includes(one)).toBe(false);
});
