import { PROFILES } from '@firstline/domain/desk/profiles/index.ts';
import { listSetting } from '@firstline/contract/lists.ts';
import { openKeeperDesk, type KeeperDesk } from '@firstline/testing/keeper-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstProfile } from './first-profile.ts';
import { forgetHouse } from './house-of.ts';

let desk: KeeperDesk;
beforeEach(async () => {
  desk = await openKeeperDesk();
});
afterEach(() => desk.close());

const preview = async () => {
  const { profiles } = await desk.read<{ profiles: { id: string; changes: { kind: string }[] }[] }>('desk.profiles', {}, desk.keeper);
  return Object.fromEntries(profiles.map(({ id, changes }) => [id, changes.map(({ kind }) => kind)]));
};

test.each(PROFILES.map(({ id }) => id))('R-327 The profile %s is shown before it is applied, and then it holds', async (profile) => {
  expect((await preview())[profile]).toContain('queue');
  await desk.done(desk.named('desk.applyProfile'), { profile }, desk.keeper);
  expect((await preview())[profile]).toEqual([]);
  forgetHouse(desk);
  const wanted = PROFILES.find(({ id }) => id === profile);
  expect(await desk.house()).toMatchObject({ levels: wanted?.levels, policy: wanted?.numbers, lists: wanted?.lists });
});

test('R-327 The lists of every profile have the shape that a list must have', () => {
  for (const { id, lists } of PROFILES)
    for (const [name, items] of Object.entries(lists)) expect(listSetting.safeParse({ name, items }).error, `${id}: ${name}`).toBeUndefined();
});

test('R-327 A profile named at the first start sets the desk up; a restart takes nothing back', async () => {
  expect(await firstProfile(desk, 'grocery')).toMatch(/There is no profile “grocery”.*home-services/);
  expect(await firstProfile(desk, 'help-desk')).toBe('The settings are those of the profile “help-desk”.');
  await desk.done(desk.named('desk.setNumber'), { name: 'tasksPerAgent', value: 7 }, desk.keeper);
  expect(await firstProfile(desk, 'help-desk')).toMatch(/stay/);
  forgetHouse(desk);
  expect((await desk.house()).policy.tasksPerAgent).toBe(7);
});
