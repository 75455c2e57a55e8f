import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { THEME_KEY } from './theme.ts';

const page = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('what is remembered is read before the first paint, under the same name', () =>
  expect(page('public/theme-first.js')).toContain(`localStorage.getItem('${THEME_KEY}')`));

test.each(['index.html', 'stories.html'])('%s carries no inline script and no inline style', (name) => {
  expect(page(name)).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  expect(page(name)).toMatch(/<script src="\/theme-first\.js">/);
});
