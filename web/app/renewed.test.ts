import { afterEach, expect, test, vi } from 'vitest';
import { isRenewed } from './renewed.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page that began with this program, and what the desk answers to who asks for the page now. */
const desk = (answers: () => Promise<unknown>, src: string | undefined = 'http://desk.example/assets/index-old.js') => {
  vi.stubGlobal('document', { querySelector: () => (src ? { src } : null) });
  vi.stubGlobal('fetch', answers);
};
const shows = (program: string, ok = true) => () => Promise.resolve({ ok, text: () => Promise.resolve(`<script type="module" src="/assets/${program}.js"></script>`) });

test.each([
  ['shows the screens of another build', shows('index-new'), true],
  ['shows the same screens as before', shows('index-old'), false],
  ['does not answer', () => Promise.reject(new Error('No line.')), false],
  ['is being started, and something in front of it answers', shows('a-page-of-a-proxy', false), false],
])('A desk that %s', async (_, answers, renewed) => {
  desk(answers);
  expect(await isRenewed()).toBe(renewed);
});
