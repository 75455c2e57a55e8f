import { expect, test } from 'vitest';
import { ALERT_TERMS, alertsIn, promptIn } from './alert-terms.ts';

const marked = (text: string, terms = ALERT_TERMS) => alertsIn(text, terms).map(({ start, end }) => text.slice(start, end));

test.each(['lawyer', 'fraud', 'illegal', 'violation', 'falsified', 'sue', 'slander', 'stolen', 'unauthorised', 'unlicensed', 'foreclosure', 'lien', 'ombudsman'])('R-223 “%s” is marked, in any case and as a whole word only', (word) => {
  expect(marked(`I say: ${word.toUpperCase()}!`)).toEqual([word.toUpperCase()]);
  expect(marked(`x${word} ${word}x`)).toEqual([]);
});

test('R-223 Marks stand in order and never one inside another, over a line break too', () =>
  expect(marked('See you in\ncourt, your LAWYER said. Tissue, client, issue.')).toEqual(['See you in\ncourt', 'LAWYER']));

test('R-223 A house has its own words, also with signs, and retired ones are not marked', () => {
  const own = [{ id: 'own', label: 'C++ (old)' }, { id: 'gone', label: 'lawyer', retired: true }];
  expect(marked('our C++ (old) lawyer', own)).toEqual(['C++ (old)']);
});

test('R-222 Anger, a legal threat, a complaint body and money words prompt for an escalation; a plain request does not', () => {
  expect(promptIn(['This is unacceptable!'], ALERT_TERMS)?.categoryId).toBe('complaint');
  expect(promptIn(['Hello', 'This is Unacceptable!'], ALERT_TERMS)).toMatchObject({ id: 'furious', said: 'Unacceptable' });
  expect(promptIn(['My attorney will write.'], ALERT_TERMS)?.id).toBe('lawyer');
  expect(promptIn(['Hello', 'I go to the ombudsman'], ALERT_TERMS)?.id).toBe('complaint-body');
  expect(promptIn(['I want my money back'], ALERT_TERMS)?.categoryId).toBe('billing');
  expect(promptIn(['Could somebody come on Tuesday?'], ALERT_TERMS)).toBeUndefined();
  expect(promptIn(['lawyer'], [{ id: 'lawyer', label: 'lawyer' }])).toBeUndefined();
});
