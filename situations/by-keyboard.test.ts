import { addressOf, anaAtHerScreen, PASSWORD } from '@firstline/testing/at-the-screen.ts';
import type { House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

let house: House;
let ana: Page;
let troubles: string[];

beforeAll(async () => {
  const desk = await anaAtHerScreen();
  ({ house, ana, troubles } = desk);
  return desk.leave;
}, 120_000);

const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => ana.keyboard.press(key)), Promise.resolve());
const type = (words: string) => ana.keyboard.type(words);
/** What ears would call the thing that has the focus. */
const inHand = () =>
  ana.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const by = at?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText).join(' ');
    return (at?.getAttribute('aria-label') || by || at?.labels?.[0]?.innerText || at?.innerText || at?.className || '').replaceAll(/\s+/g, ' ').trim();
  });
/** Goes on with Tab until the hand is on this. */
const tabTo = async (name: string): Promise<void> => {
  const passed: string[] = [];
  for (let steps = 0; steps < 60; steps++) {
    if ((await inHand()).startsWith(name)) return;
    await press('Tab');
    passed.push(await inHand());
  }
  throw new Error(`Tab never comes to “${name}”. It passes ${[...new Set(passed)].join(' / ')}`);
};
const task = async () => (await house.desk.pool.query<{ status: string; viewed: Record<string, string> | null; notes: unknown[]; sub_tasks: { done: boolean }[] }>('select * from tasks')).rows[0];

test('R-329 A whole task goes by keys alone: sign in, claim, read, answer, note, tick off, resolve and close', { timeout: 60_000 }, async () => {
  await ana.addInitScript(() => addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer-used', ''), { capture: true }));
  await house.mails({ from: 'Dana Field <dana@customer.example>', to: 'support@house.example', subject: 'Furnace stopped', text: 'Our furnace stopped last night. Could somebody come on Tuesday at 2pm?' });

  await ana.goto(house.url);
  await ana.getByLabel('Email').waitFor();
  await tabTo('Email');
  await type(addressOf('Ana Reyes'));
  await tabTo('Password');
  await type(PASSWORD);
  await press('Enter');

  await ana.locator('a.row-link').filter({ hasText: 'Dana Field' }).waitFor();
  await press('j');
  expect(await inHand()).toContain('Dana Field');
  await press('c');
  await expect.poll(async () => (await task())?.status, { timeout: 10_000 }).toBe('held');
  await expect.poll(inHand, { timeout: 10_000 }).toContain('Conversation with Dana Field');
  await expect.poll(async () => (await task())?.viewed?.summary, { timeout: 10_000 }).toBeDefined();

  await press('r');
  await expect.poll(inHand).toContain('Email');
  await type('Dear Dana, we come on Tuesday at 2 pm.');
  await press('Control+Enter');
  await expect.poll(() => house.mail.got.length, { timeout: 15_000 }).toBe(1);

  await press('Escape', 'n');
  await expect.poll(inHand).toContain('Note');
  await type('Told Dana that we come on Tuesday at 2 pm.');
  await press('Control+Enter');
  await ana.getByText('Told Dana that we come', { exact: false }).first().waitFor();

  await press('Escape');
  const boxes = await ana.locator('.sub-task input:not(:checked)').count();
  expect(boxes).toBeGreaterThan(0);
  for (let left = boxes; left > 0; left--) {
    await press('t', 'Shift+Tab', ' ');
    await expect.poll(() => ana.locator('.sub-task input:not(:checked)').count()).toBe(left - 1);
  }

  await press('Control+k');
  await ana.getByRole('combobox', { name: 'Search and commands' }).waitFor();
  await type('resolve');
  await press('Enter');
  await ana.getByRole('dialog', { name: 'Resolve & Close' }).waitFor();
  await expect.poll(inHand).toMatch(/^Provided Information/);
  await type('pro');
  await tabTo('What solved it?');
  await type('Told the time of the visit.');
  await tabTo('Did the customer confirm');
  await press('Enter', 'y', 'Enter');
  await tabTo('Asked whether there is anything else');
  await press(' ');
  await tabTo('Resolve & Close');
  await press('Enter');
  await ana.getByText('Resolved and closed.').first().waitFor();
  await expect.poll(async () => (await task())?.status).toBe('closed');

  expect(await ana.locator('html[data-pointer-used]').count()).toBe(0);
  expect(troubles).toEqual([]);
});
