import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../scripts/build.mjs';

const SCREENS = path.resolve(import.meta.dirname, '../dist/web/assets');

test('P11 The screens that a test builds are those that are served, without what helps to develop them', async () => {
  await build();
  const scripts = readdirSync(SCREENS).filter((name) => name.endsWith('.js'));
  const forDevelopers = scripts.filter((name) => /React DevTools for a better development|jsxDEV/.test(readFileSync(path.join(SCREENS, name), 'utf8')));
  expect(forDevelopers).toEqual([]);
  expect(process.env.NODE_ENV).toBe('test');
});
