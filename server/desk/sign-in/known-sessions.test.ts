import { voice } from '@firstline/domain/desk/role.ts';
import { expect, test } from 'vitest';
import { makeKnownSessions } from './known-sessions.ts';

const ana = { ...voice('system'), id: 'ana' };
const ben = { ...voice('system'), id: 'ben' };

const counted = () => {
  let now = 0;
  let looks = 0;
  const known = makeKnownSessions(() => now);
  const find = (cookie: string, person: typeof ana | undefined) => known.find(cookie, () => (looks++, Promise.resolve(person)));
  return { known, find, looks: () => looks, later: (ms: number) => void (now += ms) };
};

test('S18 Somebody is remembered for five seconds, each by their own cookie', async () => {
  const { find, looks, later } = counted();
  expect([await find('a', ana), await find('b', ben), await find('a', ben)]).toEqual([ana, ben, ana]);
  expect(looks()).toBe(2);
  later(5000);
  expect(await find('a', ben)).toBe(ben);
});

test('S18 Forgetting a person leaves the others', async () => {
  const { known, find, looks } = counted();
  await find('a', ana);
  await find('b', ben);
  known.forgetPerson('ana');
  await find('a', ana);
  await find('b', ben);
  expect(looks()).toBe(3);
});

test('S18 An answer that was on its way when its person was disabled is not remembered', async () => {
  const { known, find } = counted();
  let arrive = (_: typeof ana) => {};
  const late = known.find('a', () => new Promise((resolve) => (arrive = resolve)));
  known.forgetPerson('ana');
  arrive(ana);
  expect(await late).toBe(ana);
  expect(await find('a', undefined)).toBeUndefined();
});

test('S18 Strangers, and questions that failed, are not remembered', async () => {
  const { known, find, looks } = counted();
  await find('a', undefined);
  await find('a', undefined);
  expect(looks()).toBe(2);
  await expect(known.find('b', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  expect(await find('b', ben)).toBe(ben);
});
