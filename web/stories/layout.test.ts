import { axeViolations, openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStories } from './open-stories.ts';

// A browser on a busy machine takes its time; nothing here waits for a fixed one.
vi.setConfig({ testTimeout: 60_000 });

let stories: Awaited<ReturnType<typeof openStories>>;
let browser: OpenBrowser;
let page: Page;

beforeAll(async () => {
  [stories, browser] = [await openStories(), await openBrowser()];
}, 120_000);
beforeEach(async () => {
  page = await browser.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
});
afterEach(async () => {
  await page.evaluate(() => localStorage.clear());
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await stories?.close();
});

/** Keys act once the page has painted and React has run what follows a paint. */
const open = async (story: string): Promise<void> => {
  await page.goto(`${stories.url}?story=${story}`);
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => queueMicrotask(() => requestIdleCallback(resolve))))));
};
const width = async (selector: string): Promise<number> => Math.round((await page.locator(selector).boundingBox())?.width ?? 0);

describe('the thread', () => {
  test('stays at its end when the last message grows, and leaves who has scrolled up where they are', async () => {
    await page.setViewportSize({ width: 1440, height: 620 });
    await open('workspace');
    const flow = page.getByRole('log');
    const fromEnd = () => flow.evaluate((own) => Math.round(own.scrollHeight - own.scrollTop - own.clientHeight));
    const grows = () => flow.evaluate((own) => [...own.querySelectorAll('.message')].at(-1)?.insertAdjacentHTML('beforeend', '<p style="height: 300px">Nobody has this address.</p>'));
    await grows();
    await expect.poll(fromEnd).toBe(0);
    await flow.evaluate((own) => own.scrollTo({ top: 0 }));
    const before = await fromEnd();
    await grows();
    await expect.poll(fromEnd).toBeGreaterThan(before);
    expect(await flow.evaluate((own) => own.scrollTop)).toBe(0);
  });
});

describe('the panes', () => {
  test('move by the arrows and by the mouse, and are remembered', async () => {
    await open('workspace');
    const grip = page.getByRole('separator', { name: /Width of My work/ });
    await grip.press('ArrowRight');
    expect(await width('.panes-list')).toBe(312);

    const edge = (await grip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(edge.x + edge.width / 2, 400);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width / 2 + 40, 400);
    await page.mouse.up();
    expect(await width('.panes-list')).toBe(352);

    await page.reload();
    expect(await width('.panes-list')).toBe(352);
  });

  test('stop at their limits', async () => {
    await open('workspace');
    const grip = page.getByRole('separator', { name: /Width of About/ });
    await grip.press('End');
    await grip.press('ArrowLeft');
    expect(await grip.getAttribute('aria-valuenow')).toBe('560');
  });

  test('fold, stay folded, and come back', async () => {
    await open('workspace');
    await page.getByRole('separator', { name: /Width of My work/ }).focus();
    await page.getByRole('button', { name: 'Fold: My work and queue' }).click();
    await page.reload();
    expect(await page.locator('.panes-list').count()).toBe(0);
    await page.getByRole('button', { name: 'Show: My work and queue' }).click();
    expect(await width('.panes-list')).toBe(296);
  });

  test('under 1100 px the side is a drawer: it takes the focus, and Escape gives it back', async () => {
    await page.setViewportSize({ width: 1000, height: 800 });
    await open('workspace');
    expect(await page.locator('.panes-side').count()).toBe(0);
    const about = page.getByRole('button', { name: 'About this task' });
    await about.click();
    expect(await page.locator('.panes-side').evaluate((side) => side.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.panes-side').count()).toBe(0);
    expect(await about.evaluate((own) => own === document.activeElement)).toBe(true);
  });

  test('on a phone one pane is the screen, and there is a way to each and back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('workspace&screen=list');
    expect(await page.locator('.panes-work').isVisible()).toBe(false);
    await page.getByRole('link', { name: /Nora Quist/ }).click();
    expect(await page.getByRole('heading', { name: 'Boiler off again' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'About this task' }).click();
    expect(await page.getByRole('heading', { name: 'Attempts' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Back to the task' }).click();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    expect(await page.locator('.panes-list').isVisible()).toBe(true);
  });

  test.each([
    [1440, 900],
    [1000, 800],
    [390, 844],
    [320, 640],
  ])('nothing runs out of a window of %i by %i', async (wide, high) => {
    await page.setViewportSize({ width: wide, height: high });
    for (const story of ['workspace', 'workspace&screen=list', 'workspace&screen=side', 'floor', 'pieces']) {
      await open(story);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), story).toBeLessThanOrEqual(wide);
    }
  });
});

describe('the head of a task', () => {
  test.each([1440, 1280])('keeps its acts on one line in a window of %i, and its title whole', async (wide) => {
    await page.setViewportSize({ width: wide, height: 900 });
    await open('workspace');
    const tops = await page.locator('.task-head-acts > button').evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
    expect(tops.length).toBe(5);
    expect(new Set(tops).size).toBe(1);
    expect(await page.locator('.task-head h1').evaluate((title) => title.scrollHeight - title.clientHeight)).toBe(0);
    await page.getByRole('button', { name: 'More to do with this task' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Give something']);
  });

  test('on a phone no word in it and in the strip below is cut', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('workspace');
    const cut = await page.locator('.task-head-meta, .task-head-meta *, .strip *').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).display !== 'inline').map((one) => one.textContent));
    expect(cut).toEqual([]);
  });
});

test('on a phone rows that are read stand apart, each with what belongs to it, and nothing is moved sideways', async () => {
  await open('pieces');
  const table = page.getByRole('group', { name: 'Read from a file' });
  const state = () => table.evaluate((hold) => ({ wider: hold.scrollWidth - hold.clientWidth, lines: hold.querySelectorAll('tr')[2]?.clientHeight ?? 0 }));
  const wide = await state();
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = await state();
  expect(narrow.wider).toBeLessThanOrEqual(0);
  expect(narrow.lines).toBeGreaterThan(wide.lines);
});

describe('on a phone what is said in passing', () => {
  /** All that can be pressed and is seen, by where it stands; what can be moved out from under something else is left out. */
  const targets = () =>
    page.evaluate(() => {
      const scrolls = (each: Element | null): boolean => each !== null && (['auto', 'scroll'].includes(getComputedStyle(each).overflowY) || scrolls(each.parentElement));
      return [...document.querySelectorAll('button, a[href], input, textarea, [role="tab"]')].flatMap((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return width === 0 || each.closest('.toast') ? [] : [{ name: `${each.className} ${each.textContent.replace(/\d+:\d+/, '')}`, x, y, width, height, moves: scrolls(each.parentElement) }];
      });
    });
  const says = async (): Promise<{ x: number; y: number; width: number; height: number }> => {
    await page.getByRole('button', { name: '3 notices' }).click();
    const toast = page.locator('.toast').first();
    await toast.waitFor();
    await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))));
    return (await toast.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  beforeEach(() => page.setViewportSize({ width: 390, height: 844 }));

  test.each(['workspace', 'workspace&screen=list', 'workspace&screen=side'])('moves nothing that somebody is about to press, and covers nothing that stays where it is: %s', async (story) => {
    await open(story);
    const before = await targets();
    const toast = await says();
    expect(await targets()).toEqual(before);
    const covered = before.filter((each) => !each.moves && each.x < toast.x + toast.width && each.x + each.width > toast.x && each.y < toast.y + toast.height && each.y + each.height > toast.y);
    expect(covered.map(({ name }) => name)).toEqual([]);
    // Also for who hears the screen.
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await page.locator('.toast').first().waitFor({ state: 'detached' });
  });

  test('lets what lies under it be moved out, stands free of a composer that grows and of a sheet, and has no fault', async () => {
    await open('workspace&screen=list');
    const { y } = await says();
    await page.locator('.panes-list').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
    const last = await page.locator('.panes-list .row').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(y);
    expect(await axeViolations(page)).toEqual([]);

    await open('workspace');
    await says();
    await page.getByRole('textbox', { name: 'Email' }).fill('One line\n'.repeat(9));
    const bottom = async () => page.locator('.toasts').evaluate((all) => all.getBoundingClientRect().bottom);
    const top = async (part: string) => page.locator(part).evaluate((each) => each.getBoundingClientRect().top);
    await expect.poll(async () => (await bottom()) <= (await top('.composer'))).toBe(true);
    await page.keyboard.press('Control+/');
    await page.locator('.dialog').waitFor();
    await expect.poll(async () => (await bottom()) <= (await top('.dialog'))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('whoever presses what is refused reads why at once, also with a finger', async () => {
  await open('workspace');
  // Without a pointer that lingers: what a finger does.
  await page.getByRole('button', { name: 'Close', exact: true }).evaluate((button: HTMLButtonElement) => button.click());
  await page.locator('.tip').filter({ hasText: 'Write the final note first.' }).waitFor();
});

describe('a list', () => {
  test('of five thousand draws the few in view, and End goes to the last', async () => {
    await open('pieces');
    const list = page.getByRole('list', { name: 'Five thousand tasks' });
    expect(await list.getByRole('listitem').count()).toBeLessThan(30);
    await list.getByRole('link').first().focus();
    await page.keyboard.press('End');
    await page.getByRole('link', { name: /Task 5000/ }).waitFor();
    expect(await list.getByRole('listitem').count()).toBeLessThan(30);
    expect(await list.getByRole('listitem').last().getAttribute('aria-posinset')).toBe('5000');
  });

  test('is one stop for Tab, and the arrows move inside it', async () => {
    await open('workspace');
    const queue = page.getByRole('list', { name: 'Queue' });
    expect(await queue.locator('a[tabindex="0"]').count()).toBe(1);
    await queue.getByRole('link').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Mei-Lin Torres');
    expect(await queue.locator('a[tabindex="0"]').textContent()).toContain('Mei-Lin Torres');
  });

  test.each([
    ['shows a row that goes, out of reach, for less than 150 ms', 'no-preference', 1],
    ['lets a row go at once for who wants no motion', 'reduce', 0],
  ] as const)('%s', async (_, reducedMotion, leaving) => {
    await page.emulateMedia({ reducedMotion });
    await open('workspace');
    // Looked at inside the browser, in the frame after the click: a driver's round trip may outlast the leaving.
    const seen = await page.evaluate(async () => {
      const row = [...document.querySelectorAll<HTMLElement>('.row-link')].find((each) => each.textContent?.includes('Idris Vale'));
      row?.click();
      await new Promise(requestAnimationFrame);
      const going = [...document.querySelectorAll('.row[data-leaving][inert]')];
      const quick = going.every((each) => Number.parseFloat(getComputedStyle(each).animationDuration) < 0.15);
      while (document.querySelector('.row[data-leaving]')) await new Promise(requestAnimationFrame);
      return { going: going.length, quick, left: document.body.textContent?.includes('Idris Vale') };
    });
    expect(seen).toEqual({ going: leaving, quick: true, left: false });
  });
});

test('a clock that gains a digit moves nothing beside it', async () => {
  await page.clock.install();
  await open('workspace');
  const beside = () => page.locator('.presence > .icon').evaluate((icon) => icon.getBoundingClientRect().x);
  const clock = page.locator('.presence .clock');
  const before = await beside();
  expect(await clock.textContent()).toMatch(/^6:4/);
  await page.clock.fastForward('05:00');
  expect(await clock.textContent()).toMatch(/^11:4/);
  expect(await beside()).toBe(before);
});

test('a clock changes colour before it is too late', async () => {
  await page.clock.install();
  await open('workspace');
  const mark = page.locator('small .clock');
  expect(await mark.getAttribute('data-band')).toBeNull();
  await page.clock.fastForward('04:00');
  expect(await mark.getAttribute('data-band')).toBe('warn');
  await page.clock.fastForward('04:00');
  expect(await mark.getAttribute('data-band')).toBe('stop');
});

test('what is loaded quickly shows no skeleton: it waits 150 ms', async () => {
  await open('pieces');
  const delay = await page.locator('.skeleton').first().evaluate((own) => getComputedStyle(own).animationDelay);
  expect(delay).toBe('0.15s');
});

test('the theme a person chose stands before anything of ours has run', async () => {
  await open('pieces');
  await page.getByRole('button', { name: 'dark', exact: true }).click();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 18, 17)');
});

test('without a choice the theme is the machine’s', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('pieces');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 18, 17)');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(244, 242, 238)');
});
