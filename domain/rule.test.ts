import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, levelOf, standing, type Level, type Rule } from './rule.ts';

type Door = { open: boolean; late: boolean };

const closed: Rule<Door> = {
  name: 'door-closed',
  says: 'Close the door.',
  strength: 'stops',
  from: ['R-327'],
  brokenBy: ({ open }) => open,
  because: ({ late }) => (late ? 'It is late.' : undefined),
};
const early: Rule<Door> = { name: 'come-early', says: 'Come early.', strength: 'warns', from: ['R-327'], brokenBy: ({ late }) => late };
const RULES = [closed, early];

test('R-327 Broken rules are said in the order of the list, each with its level', () =>
  expect(check(RULES, { open: true, late: true })).toEqual([
    { rule: 'door-closed', says: 'Close the door.', level: 'enforced', because: 'It is late.' },
    { rule: 'come-early', says: 'Come early.', level: 'warned' },
  ]));

test('R-327 Facts that break nothing are refused nothing', () => expect(check(RULES, { open: false, late: false })).toEqual([]));

test('R-327 What a rule does not know is not said', () =>
  expect(check([closed], { open: true, late: false })).toEqual([{ rule: 'door-closed', says: 'Close the door.', level: 'enforced' }]));

test('R-327 The house may enforce a warning, soften a stop, and switch a rule off', () => {
  const levels = { 'door-closed': 'warned', 'come-early': 'enforced' } as const;
  expect(check(RULES, { open: true, late: true }, levels).map(({ level }) => level)).toEqual(['warned', 'enforced']);
  expect(check(RULES, { open: true, late: true }, { 'door-closed': 'off' }).map(({ rule }) => rule)).toEqual(['come-early']);
});

test('R-327 A rule that is off is not even asked', () => {
  const asked: string[] = [];
  const curious: Rule<Door> = { ...closed, brokenBy: () => asked.push('asked') > 0 };
  check([curious], { open: true, late: true }, { 'door-closed': 'off' });
  expect(asked).toEqual([]);
});

test('R-327 A warning is passed by whoever says so by its name; a stop never is', () => {
  const breaches = check(RULES, { open: true, late: true });
  expect(standing(breaches, [])).toEqual(breaches);
  expect(standing(breaches, ['come-early', 'door-closed']).map(({ rule }) => rule)).toEqual(['door-closed']);
  expect(standing(breaches, ['come-late']).map(({ rule }) => rule)).toEqual(['door-closed', 'come-early']);
});

test('R-327 No acknowledgement ever passes an enforced rule, and no other word passes a warning', () =>
  fc.assert(
    fc.property(
      fc.constantFrom<Level>('enforced', 'warned', 'off'),
      fc.constantFrom<Level>('enforced', 'warned', 'off'),
      fc.subarray(['door-closed', 'come-early', 'else']),
      (door, early_, said) => {
        const levels = { 'door-closed': door, 'come-early': early_ };
        const left = standing(check(RULES, { open: true, late: true }, levels), said).map(({ rule }) => rule);
        const expected = RULES.map(({ name }) => name).filter((name) => {
          const level = levels[name as keyof typeof levels];
          return level === 'enforced' || (level === 'warned' && !said.includes(name));
        });
        expect(left).toEqual(expected);
      },
    ),
  ));

test('R-327 A rule that no setting names has its shipped level', () => {
  expect(levelOf(closed, {})).toBe('enforced');
  expect(levelOf(early, { 'door-closed': 'off' })).toBe('warned');
});

test('R-327 A rule that always holds is reached by no setting', () => {
  const always = { name: 'held-by-one', says: 'One holder.', strength: 'stops', always: true, from: [], brokenBy: () => true } as const;
  expect(levelOf(always, { 'held-by-one': 'off' })).toBe('enforced');
  expect(levelOf({ ...always, always: undefined }, { 'held-by-one': 'off' })).toBe('off');
});
