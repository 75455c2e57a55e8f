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
