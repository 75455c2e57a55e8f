import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

const GROUNDS = ['bg', 'surface', 'sunken', 'raised', 'hover', 'off-soft', 'accent-soft', 'note'];
const SOFT = ['ok', 'warn', 'stop', 'accent'];

/** Text and what it stands on, as the pieces use them. */
const TEXT: [text: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'stop'].flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...SOFT.flatMap((tone): [string, string][] => [[tone, `${tone}-soft`], ['ink', `${tone}-soft`], ['ink-2', `${tone}-soft`], ['ink-3', `${tone}-soft`]]),
  ...['bg', 'surface', 'raised'].map((ground): [string, string] => ['ok', ground]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-deep'],
  ['stop-ink', 'stop'],
  // A tip is printed in reverse, a selection on the accent's line.
  ['bg', 'ink'],
  ['ink', 'accent-line'],
];

/** What must be seen without being read: boxes of controls, the focus ring, dots. */
const SHAPES: [shape: string, ground: string][] = [
  ...['bg', 'surface', 'sunken', 'raised', 'accent-soft'].flatMap((ground): [string, string][] => [['control', ground], ['accent', ground]]),
  ...['off', 'ok', 'stop'].map((dot): [string, string] => [dot, 'surface']),
];

test.each(['light', 'dark'] as const)('every text of the %s theme reaches 4.5:1 on every ground it stands on', (theme) => {
  expect(tooWeak(TEXT, theme, 4.5)).toEqual([]);
});

test.each(['light', 'dark'] as const)('every control, focus ring and dot of the %s theme reaches 3:1', (theme) => {
  expect(tooWeak(SHAPES, theme, 3)).toEqual([]);
});

test('the measure knows black on white, and refuses a grey that is too light', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#9a9a9a', '#ffffff')).toBeLessThan(4.5);
});

const tooWeak = (pairs: [string, string][], theme: 'light' | 'dark', least: number): string[] =>
  pairs.flatMap(([text, ground]) => {
    const reached = contrast(colour(text, theme), colour(ground, theme));
    return reached < least ? [`${text} on ${ground}: ${reached.toFixed(2)}`] : [];
  });

const colour = (name: string, theme: 'light' | 'dark'): string => {
  const found = tokens.get(name)?.[theme];
  if (!found) throw new Error(`no token --${name} with two plain colours`);
  return found;
};

const contrast = (a: string, b: string): number => {
  const [bright = 1, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
};

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
