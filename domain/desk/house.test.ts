import { expect, test } from 'vitest';
import { policy } from '../policy.ts';
import { lists } from './lists.ts';
import { evolveHouse, houseRules, type House, type HouseEvent } from './house.ts';

const after = (...events: HouseEvent[]): House | undefined =>
  events.reduce<House | undefined>(
    (house, event, at) => evolveHouse(house, { ...event, at: '2026-03-02T09:00:00.000Z', by: 'root', version: at + 1 }),
    undefined,
  );
const level = (rule: string, set: 'enforced' | 'warned' | 'off', queueId?: string): HouseEvent => ({
  type: 'house.levelSet',
  houseId: 'house',
  rule,
  level: set,
  queueId,
});

test('R-327 A house without settings keeps the shipped levels and numbers', () => {
  expect(houseRules(undefined)).toEqual({ levels: {}, policy, lists });
  expect(houseRules(after({ type: 'house.founded', houseId: 'house' }), 'q1')).toEqual({ levels: {}, policy, lists });
});

test('R-327 A level of one queue goes before the level of the house, and only there', () => {
  const house = after(level('no-emoji-in-email', 'warned'), level('no-emoji-in-email', 'off', 'q1'), level('one-task-at-a-time', 'off', 'q1'));
  expect(houseRules(house).levels).toEqual({ 'no-emoji-in-email': 'warned' });
  expect(houseRules(house, 'q1').levels).toEqual({ 'no-emoji-in-email': 'off', 'one-task-at-a-time': 'off' });
  expect(houseRules(house, 'q2').levels).toEqual({ 'no-emoji-in-email': 'warned' });
});

test('R-327 A number that is set goes before the shipped one; the last one holds', () => {
  const number = (value: number): HouseEvent => ({ type: 'house.numberSet', houseId: 'house', name: 'contactTries', value });
  expect(houseRules(after(number(5), number(4))).policy).toEqual({ ...policy, contactTries: 4 });
});

test('R-327 A level that is cleared holds no longer: the queue follows the house, the house what is shipped', () => {
  const cleared = (rule: string, queueId?: string): HouseEvent => ({ type: 'house.levelCleared', houseId: 'house', rule, queueId });
  const set = [level('no-emoji-in-email', 'warned'), level('no-emoji-in-email', 'off', 'q1'), level('one-task-at-a-time', 'off', 'q1')];
  const house = after(...set, cleared('no-emoji-in-email', 'q1'));
  expect(houseRules(house, 'q1').levels).toEqual({ 'no-emoji-in-email': 'warned', 'one-task-at-a-time': 'off' });
  expect(houseRules(after(...set, cleared('no-emoji-in-email'))).levels).toEqual({});
  expect(houseRules(after(cleared('no-emoji-in-email', 'q9')), 'q9').levels).toEqual({});
});

test('R-327 A list that is set replaces the shipped one as a whole; without entries the shipped one is back', () => {
  const own = [{ id: 'incident', label: 'Incident', rank: 5 }];
  const list = (items?: typeof own): HouseEvent => ({ type: 'house.listSet', houseId: 'house', name: 'taskTypes', items });
  expect(houseRules(after(list(own))).lists).toEqual({ ...lists, taskTypes: own });
  expect(houseRules(after(list(own), list())).lists).toEqual(lists);
});
