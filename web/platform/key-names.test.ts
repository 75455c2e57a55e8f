import { expect, test } from 'vitest';
import { chordOf, isSingle, keyLabel, keysInUse, spokenKeys } from './key-names.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> & { code?: string } = {}) => ({
  key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
});
const ALL = { single: true, instead: {} };

test.each([
  [press('c'), 'c'],
  [press('C', { shiftKey: true }), 'shift+c'],
  [press('?', { shiftKey: true }), '?'],
  [press('Enter', { ctrlKey: true }), 'mod+enter'],
  [press('Enter', { ctrlKey: true, shiftKey: true }), 'mod+shift+enter'],
  [press('k', { metaKey: true }), 'meta+k'],
  [press('Escape'), 'escape'],
  [press(' '), 'space'],
  [press('с', { code: 'KeyC' }), 'c'],
])('a press is written as it is bound (%#)', (event, chord) => expect(chordOf(event, false)).toBe(chord));

test('on a Mac, mod is the command key', () => {
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('ctrl+k');
});

test.each([['c', true], ['shift+c', true], ['?', true], ['g q', true], ['mod+k', false], ['escape', false], ['arrowdown', false], ['mod+shift+enter', false]])(
  'whether %s types a character',
  (keys, single) => expect(isSingle(keys)).toBe(single),
);

test('a person who turned single keys off keeps the others', () => {
  const off = { single: false, instead: {} };
  expect(keysInUse('c', off)).toBeUndefined();
  expect(keysInUse('mod+enter', off)).toBe('mod+enter');
  expect(keyLabel('c', off)).toBeUndefined();
});

test('a person’s own key takes the place of the shipped one, also where single keys are off', () => {
  expect(keysInUse('c', { single: false, instead: { c: 'alt+c' } })).toBe('alt+c');
});

test.each([
  ['mod+enter', 'Ctrl ↵', '⌘↵', 'Control+Enter'],
  ['mod+shift+a', 'Ctrl Shift A', '⌘⇧A', 'Control+Shift+A'],
  ['g q', 'G Q', 'G Q', 'G Q'],
  ['/', '/', '/', '/'],
])('%s is shown and spoken in the words of the keyboard', (keys, pc, mac, spoken) => {
  expect(keyLabel(keys, ALL, false)).toBe(pc);
  expect(keyLabel(keys, ALL, true)).toBe(mac);
  expect(spokenKeys(keys, ALL, false)).toBe(spoken);
});
