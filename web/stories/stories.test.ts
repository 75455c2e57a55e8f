import { axeViolations, openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStories } from './open-stories.ts';

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const THEMES = ['light', 'dark'] as const;
const STORIES = {
  desk: ['pieces', 'workspace', 'workspace&ask', 'floor'],
  phone: ['pieces', 'workspace', 'workspace&screen=list', 'workspace&screen=side', 'floor'],
};

// A browser on a busy machine takes its time; nothing here waits for a fixed one.
vi.setConfig({ testTimeout: 60_000 });

let stories: Awaited<ReturnType<typeof openStories>>;
let browser: OpenBrowser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stories = await openStories();
  browser = await openBrowser({ reducedMotion: 'reduce' });
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && errors.push(line.text()));
  page.on('response', (answer) => answer.status() >= 400 && errors.push(`${answer.status()} ${answer.url()}`));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stories?.close();
});

const open = async (story: string, theme: string, size: keyof typeof SIZES) => {
  errors = [];
  await page.setViewportSize(SIZES[size]);
  await page.goto(`${stories.url}?story=${story}&theme=${theme}`);
  await page.evaluate(() => document.fonts.ready);
};

describe.each(THEMES)('in the %s theme', (theme) => {
  describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
    test.each(STORIES[size])('the story "%s" shows without an error and without a violation', async (story) => {
      await open(story, theme, size);
      expect(await axeViolations(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  });

  test.each([
    ['the keys', 'workspace', (on: Page) => on.keyboard.press('?')],
    ['the palette', 'workspace', (on: Page) => on.keyboard.press('Control+k')],
    ['the rule behind "Why"', 'workspace', (on: Page) => on.getByRole('button', { name: 'Why' }).click()],
    ['a menu', 'workspace', (on: Page) => on.getByRole('button', { name: /^Busy/ }).click()],
    ['note paper', 'workspace', (on: Page) => on.getByRole('tab', { name: 'Note' }).click()],
    ['a dialog', 'pieces', (on: Page) => on.getByRole('button', { name: 'Dialog', exact: true }).click()],
    ['a list of choices', 'pieces', (on: Page) => on.getByRole('combobox', { name: 'Queue' }).click()],
    ['bad news', 'pieces', (on: Page) => on.getByRole('button', { name: 'Bad news' }).click()],
  ] as const)('%s opens without an error and without a violation', async (_, story, act) => {
    await open(story, theme, 'desk');
    await act(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

test('axe sees a fault when there is one', async () => {
  await open('pieces', 'light', 'desk');
  await page.evaluate(() => document.querySelector('.icon-button')?.removeAttribute('aria-label'));
  expect((await axeViolations(page)).map(({ rule }) => rule)).toContain('button-name');
});

test('the policy is kept because it bites: an inline script is refused', async () => {
  await open('pieces', 'light', 'desk');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "got in"';
    document.head.append(script);
  });
  expect(await page.title()).toBe('Firstline: the pieces');
  expect(errors.join()).toContain('Content Security Policy');
});

test.each([
  ['desk', 24],
  ['phone', 44],
] as const)('on a %s every target is at least %i pixels high and wide', async (size, least) => {
  const small: string[] = [];
  for (const story of STORIES[size]) {
    await open(story, 'light', size);
    small.push(...(await page.evaluate(tooSmall, least)));
  }
  expect([...new Set(small)]).toEqual([]);
});

/** What can be hit and is smaller than it should be. Words inside a sentence may be, and a box counts with its label. */
const tooSmall = (least: number): string[] =>
  [...document.querySelectorAll('button, a[href], input, select, [role="tab"], [role="combobox"]')].flatMap((each) => {
    const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
    const said = `${each.className}: ${Math.round(width)} × ${Math.round(height)}`;
    const inSentence = each.closest('p, .story-head a, [aria-hidden]') !== null;
    return width > 0 && !inSentence && (width < least - 0.5 || height < least - 0.5) ? [said] : [];
  });
