import { openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import type { Locator, Page } from 'playwright-core';
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
const story = (name: string): Locator => page.locator(`[data-story="${name}"]`);
const button = (name: string, exact = true): Locator => page.getByRole('button', { name, exact });
const heard = (): Promise<string | null> => page.locator('body > .heard[role="status"]').textContent();

describe('a refused button', () => {
  test('stays in reach, says why, and does nothing', async () => {
    await open('workspace');
    const send = button('Send');
    await send.focus();
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator(`[id="${await send.getAttribute('aria-describedby')}"]`).textContent()).toBe('An email carries no emoji. Remove it to send.');
    await page.keyboard.press('Enter');
    expect(await heard()).toBe('An email carries no emoji. Remove it to send.');
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('acts as soon as the reason is gone, and keeps the focus meanwhile', async () => {
    await open('workspace');
    const text = page.getByRole('textbox', { name: 'Email' });
    await text.press('Control+End');
    await text.press('Backspace');
    await text.press('Control+Enter');
    await page.getByText('Sent', { exact: true }).waitFor();
    expect(await text.inputValue()).toContain('Dear Nora');
    expect(await text.evaluate((own) => own === document.activeElement)).toBe(true);
  });
});

describe('keys', () => {
  const claims = () => story('Button').getByRole('button', { name: /^Claim/ }).textContent();

  test('a letter acts on the screen and never in a text field', async () => {
    await open('pieces');
    await page.keyboard.press('c');
    expect(await claims()).toContain('Claim 1');
    await page.getByRole('textbox', { name: 'Name' }).press('c');
    expect(await claims()).toContain('Claim 1');
  });

  test('a letter held down acts once', async () => {
    await open('pieces');
    await page.keyboard.down('c');
    await page.keyboard.down('c');
    expect(await claims()).toContain('Claim 1');
  });

  test('a letter does not reach through an open dialog', async () => {
    await open('pieces');
    await button('Dialog').click();
    await page.getByRole('dialog').waitFor();
    await button('Close dialog').focus();
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    expect(await claims()).toContain('Claim 1');
  });

  test('a person can turn single letters off, and keeps the others', async () => {
    await open('pieces');
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: /Single letters act/ }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    expect(await claims()).not.toContain('1');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).waitFor();
  });

  test('the sheet lists what acts here, and two keys after each other are one shortcut', async () => {
    await open('workspace');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').getByRole('term').allTextContents()).toEqual(expect.arrayContaining(['Send', 'Go to the queue', 'Search and commands']));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.locator('.toast').getByText('The queue').waitFor();
  });
});

describe('the palette', () => {
  test('opens from a text field, finds by letters and by other words, and does it', async () => {
    await open('workspace');
    await page.getByRole('textbox', { name: 'Email' }).press('Control+k');
    const ask = page.getByRole('combobox', { name: 'Search and commands' });
    await ask.fill('ticket');
    expect(await page.getByRole('option').allTextContents()).toEqual([expect.stringContaining('Claim the next task')]);
    await ask.fill('gq');
    await ask.press('Enter');
    await page.locator('.toast').getByText('The queue').waitFor();
  });

  test('shows what is refused with its reason, and does not do it', async () => {
    await open('workspace');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('resolve');
    await page.keyboard.press('Enter');
    expect(await heard()).toBe('Write the final note first.');
    expect(await page.getByRole('listbox').isVisible()).toBe(true);
  });
});

test('a question that must be answered stays through Escape, and the hand lies on the safe answer', async () => {
  await open('workspace&ask');
  const ask = page.getByRole('alertdialog');
  await ask.waitFor();
  await page.keyboard.press('Escape');
  expect(await ask.isVisible()).toBe(true);
  expect(await button('Continue Working').evaluate((own) => own === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await ask.waitFor({ state: 'detached' });
});

test('a dialog gives the focus back to where it came from', async () => {
  await open('pieces');
  await button('Dialog').click();
  await page.getByRole('textbox', { name: 'Who asked for it' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Who asked for it' }).evaluate((own) => own === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await button('Dialog').evaluate((own) => own === document.activeElement)).toBe(true);
});

test('in a choice a letter jumps to its label, but never to what is refused', async () => {
  await open('pieces');
  await page.getByRole('radio', { name: 'Booked Job' }).focus();
  await page.keyboard.press('f');
  expect(await page.getByRole('radio', { name: 'Fee Not Accepted' }).isChecked()).toBe(true);
  await page.keyboard.press('u');
  expect(await page.getByRole('radio', { name: 'Unsuccessful Contact' }).isChecked()).toBe(false);
});

test('a warning can be passed by who says so; an enforced rule cannot', async () => {
  await open('pieces');
  const reasons = story('Reasons');
  expect(await reasons.locator('.reasons').first().getByRole('button', { name: 'Send anyway' }).count()).toBe(0);
  await reasons.getByRole('button', { name: 'Why' }).first().click();
  await page.getByText('Nobody can pass this rule in this queue.').waitFor();
  await page.keyboard.press('Escape');
  await reasons.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('Sent, and noted that you chose to').waitFor();
  expect(await reasons.locator('.reasons').last().textContent()).toBe('');
});

test('a toast takes back what was done', async () => {
  await open('pieces');
  await story('Button').getByRole('button', { name: 'Send', exact: true }).click();
  await button('Undo').click();
  await page.getByText('Taken back').waitFor();
});

test('a tip shows the name of an icon and its key, and Escape takes it away', async () => {
  await open('pieces');
  await button('Attach a file').hover();
  await page.locator('.tip', { hasText: 'Attach a file' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.tip').waitFor({ state: 'detached' });
});
