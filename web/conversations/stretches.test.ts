import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf } from './stretches.ts';

const MAIL = 'Hello, the heat is off.\nPlease come.\n\nOn Mon, 12 Jan 2026 at 10:02, Desk <desk@house.example> wrote:\n> When does it suit you?\n> Desk';

test('What was quoted is a piece of its own, and what was written stands as it was', () => {
  const pieces = stretchesOf(MAIL);
  expect(pieces.filter(({ isQuoted }) => !isQuoted).map(({ text }) => text.trim())).toEqual(['Hello, the heat is off.\nPlease come.']);
  expect(pieces.find(({ isQuoted }) => isQuoted)?.text).toContain('> When does it suit you?');
});

test('The light falls on exactly the words it is given', () => {
  const start = MAIL.indexOf('the heat');
  const pieces = stretchesOf(MAIL, { start, end: start + 15 });
  expect(pieces.filter(({ isLit }) => isLit)).toEqual([{ text: 'the heat is off', start, isQuoted: false, isLit: true }]);
});

test('A light that lies beyond the text falls on nothing', () => {
  expect(stretchesOf('Short.', { start: 90, end: 99 })).toEqual([{ text: 'Short.', start: 0, isQuoted: false, isLit: false }]);
});

test('No word of a message is ever lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('> quoted', 'Hello', '', '-- ', 'Ana', 'From: a@x.example', 'On 1 Jan 2026 at 10:00, A <a@x.example> wrote:')), fc.nat(60), fc.nat(20), (lines, start, length) => {
      const text = lines.join('\n');
      const bare = (words: string) => words.replaceAll(/\s+/g, '');
      expect(bare(stretchesOf(text, { start, end: start + length }).map((piece) => piece.text).join(''))).toBe(bare(text));
    }),
  );
});
