import { expect, test } from 'vitest';
import { fuzzy, rank } from './fuzzy.ts';

test.each([
  ['claim', 'Claim the next task'],
  ['gq', 'Go to the queue'],
  ['reclo', 'Resolve & Close'],
  ['resume', 'Résumé'],
  ['go queue', 'Go to the queue'],
])('"%s" finds "%s"', (asked, text) => expect(fuzzy(asked, text)).toBeDefined());

test.each([
  ['qg', 'Go to the queue'],
  ['claimx', 'Claim'],
])('"%s" does not stand in "%s" in that order', (asked, text) => expect(fuzzy(asked, text)).toBeUndefined());

test('the letters it found are those a reader would point at', () => {
  expect(fuzzy('gq', 'Go to the queue')?.at).toEqual([0, 10]);
  expect(fuzzy('close', 'Resolve & Close')?.at).toEqual([10, 11, 12, 13, 14]);
});

const said = (asked: string, ...labels: string[]) => rank(asked, labels, (label) => [label]);

test('the start of a word is better than its middle, and a run better than crumbs', () => {
  expect(said('ca', 'Local', 'Escalate', 'Call')[0]).toBe('Call');
  expect(said('ca', 'Scale', 'Make a call')[0]).toBe('Make a call');
  expect(said('note', 'No other way to set it', 'Final note')[0]).toBe('Final note');
});

test('with nothing asked, everything stands as it came', () => expect(said('', 'Beta', 'Alpha')).toEqual(['Beta', 'Alpha']));

test('another word for a thing finds it', () =>
  expect(rank('ticket', [{ label: 'Claim', also: ['ticket'] }, { label: 'Close', also: [] }], ({ label, also }) => [label, ...also])).toHaveLength(1));
