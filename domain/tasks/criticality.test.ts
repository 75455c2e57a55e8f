import { expect, test } from 'vitest';
import { CRITICALITY, criticalityAtIntake, criticalityOf, rankOf } from './criticality.ts';
import { kindOf, TASK_TYPES } from './task-type.ts';

const taken = (text: string, subject = '', ofQueue?: string) => criticalityAtIntake(CRITICALITY, { subject, text }, ofQueue).id;
const rank = (criticality: string, kind: string) => rankOf(criticalityOf(CRITICALITY, criticality), kindOf(TASK_TYPES, kind));

test('R-045 A fault in what the business lives by outranks a wish of whoever is important', () =>
  expect(rank('critical', 'other')).toBeLessThan(rank('normal', 'urgent-appointment')));

test.each([
  ['critical', 'Your system – DOWN?\nSystem down since nine.'],
  ['critical', 'There is an outage, in the whole building.'],
  ['high', 'Nobody can work here.'],
  ['normal', 'I am the chief executive, do this right away!'],
  ['normal', 'Our ecosystem downstairs is fine.'],
])('R-045 It is taken for %s: %s', (id, text) => expect(taken(text)).toBe(id));

test('R-045 The subject counts as the text does, and only their top is read', () => {
  expect(taken('See above.', 'Gas leak')).toBe('critical');
  expect(taken(`${'All is well. '.repeat(1000)} Gas leak.`)).toBe('normal');
});

test('R-045 What a queue always is holds unless the words say more', () => {
  expect(taken('A question.', '', 'high')).toBe('high');
  expect(taken('Gas leak!', '', 'high')).toBe('critical');
  expect(taken('Several of us wait.', '', 'critical')).toBe('critical');
  expect(taken('A question.', '', 'low')).toBe('low');
});

test('R-045 A house has words of its own; an entry that is retired or gone decides nothing', () => {
  const own = [...CRITICALITY.slice(1), { id: 'critical', label: 'Ovens', rank: 10, words: ' Oven cold , ,' }];
  expect(criticalityAtIntake(own, { subject: '', text: 'The oven, cold again' }).id).toBe('critical');
  expect(criticalityAtIntake([...CRITICALITY.slice(1), { ...own[3]!, retired: true }], { subject: '', text: 'Oven cold' }).id).toBe('normal');
  expect(criticalityOf(CRITICALITY, 'long-gone').id).toBe('normal');
});

test('R-046 Within one criticality the kind of task decides', () => {
  const order = ['inquiry', 'other', 'complaint', 'follow-up'].sort((one, other) => rank('normal', one) - rank('normal', other));
  expect(order).toEqual(['complaint', 'follow-up', 'inquiry', 'other']);
});

test('R-047 Kinds ship in four steps, from what burns to what is left', () => {
  const step = (wanted: number) => TASK_TYPES.filter((one) => one.rank === wanted).map(({ id }) => id);
  expect([step(10), step(20), step(30), step(40)]).toEqual([
    ['complaint', 'urgent-appointment'],
    ['follow-up', 'owner-verification', 'reschedule', 'cancel'],
    ['inquiry'],
    ['other'],
  ]);
});
