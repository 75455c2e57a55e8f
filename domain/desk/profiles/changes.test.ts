import { expect, test } from 'vitest';
import { maySetLevel } from '../../rules.ts';
import { policy } from '../../policy.ts';
import { evolveHouse, houseRules, type House } from '../house.ts';
import { LIST_NAMES, lists, type ListName } from '../lists.ts';
import { changesOf, eventsOf } from './changes.ts';
import { PROFILES } from './index.ts';

const after = (house: House | undefined, events: ReturnType<typeof eventsOf>) =>
  events.reduce<House | undefined>((known, event) => evolveHouse(known, { ...event, at: '2026-03-02T09:00:00.000Z', by: 'root', version: (known?.version ?? 0) + 1 }), house);
const nothing = () => false;

test.each(PROFILES)('R-327 The profile $id names only rules, numbers and lists that are there, and applied once it changes nothing more', (profile) => {
  expect(Object.keys(profile.levels).filter((rule) => !maySetLevel(rule))).toEqual([]);
  expect(Object.keys(profile.numbers).every((name) => name in policy)).toBe(true);
  expect(Object.keys(profile.lists).every((name) => LIST_NAMES.includes(name as ListName))).toBe(true);
  const changes = changesOf(undefined, [], nothing, profile);
  const house = after(undefined, eventsOf(changes));
  expect(houseRules(house)).toMatchObject({ levels: profile.levels, policy: profile.numbers, lists: profile.lists });
  expect(changesOf(house, profile.queues, nothing, profile)).toEqual([]);
});

test('R-327 A profile retires what is in use, takes away what is not, and leaves alone what it does not name', () => {
  const desk = PROFILES.find(({ id }) => id === 'help-desk')!;
  const change = changesOf(undefined, ['help desk'], (_, id) => id === 'reschedule', desk);
  const types = change.find((one) => one.kind === 'list' && one.name === 'taskTypes');
  expect(types).toMatchObject({ retired: ['Reschedule'], added: expect.arrayContaining(['Incident']) as string[], removed: expect.arrayContaining(['Cancel']) as string[] });
  expect(change.filter(({ kind }) => kind === 'queue')).toEqual([{ kind: 'queue', name: 'Second line' }]);
  expect(houseRules(after(undefined, eventsOf(change))).lists.criticality).toEqual(lists.criticality);
});

test('R-330 No profile carries an address, a number to call or an address of the web', () => {
  expect(JSON.stringify(PROFILES)).not.toMatch(/@|https?:|www\.|\d{3}[-. ]\d{3,4}/);
});
