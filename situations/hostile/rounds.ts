import type { House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { hostileCsv } from './fill.ts';
import type { Watch } from './watch.ts';

export type Round = { page: Page; house: House; watch: Watch };

const TASK_ROW = 'a.row-link[href^="/tasks/"]';

/** What waits, from the first row to the last, with the words behind the filter and the bell. */
export const roundOfQueue = async ({ page, house, watch }: Round): Promise<string[]> => {
  await page.locator(TASK_ROW).first().waitFor();
  const found = new Set<string>();
  for (let still = 0; still < 4; ) {
    const before = found.size;
    for (const href of await page.locator(TASK_ROW).evaluateAll((rows) => rows.map((row) => row.getAttribute('href') ?? ''))) found.add(href);
    await watch.look('queue');
    still = found.size === before ? still + 1 : 0;
    await page.locator(TASK_ROW).last().hover();
    await page.mouse.wheel(0, 600);
  }
  await page.getByRole('button', { name: /^Show:/ }).click();
  await page.getByRole('menu').waitFor();
  await watch.look('filter of the queue');
  await page.keyboard.press('Escape');
  await house.mails({ from: 'bell@customer.example', to: 'support@house.example', subject: '<img src=x onerror=alert(1)> h0h', text: '{{name}} <svg onload=alert(1)>' });
  await page.getByRole('button', { name: /^\d+ new tasks?$/ }).click();
  await page.getByRole('menuitem', { name: /^bell@customer/ }).waitFor();
  await watch.look('notices');
  await page.keyboard.press('Escape');
  return [...found];
};

/** One task, with each mail as it was written. */
export const roundOfTask = async ({ page, house, watch }: Round, path: string): Promise<void> => {
  await page.goto(house.url + path);
  const show = page.getByRole('button', { name: 'Show as written' }).first();
  await show.waitFor();
  await watch.look(`task ${path}`);
  await show.click();
  await page.frameLocator('.as-written-frame').locator('body *').first().waitFor();
  await watch.look(`mail as written ${path}`);
};

/** The dialogs in which a held task is ended, given up and given away. */
export const roundOfActs = async ({ page, watch }: Round): Promise<void> => {
  for (const act of ['Resolve & Close', 'Escalate']) {
    await page.getByRole('button', { name: act, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (const choice of (await dialog.getByRole('combobox').all()).slice(0, 3)) {
      await choice.click();
      await page.getByRole('listbox').first().waitFor();
      await watch.look(`${act}: a choice`);
      await page.keyboard.press('Escape');
    }
    await watch.look(act);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
};

/** Finding: by the palette and among customers. */
export const roundOfSearch = async ({ page, house, watch }: Round, words: string[]): Promise<void> => {
  await page.keyboard.press('Control+k');
  for (const some of words) {
    const answered = page.waitForResponse((answer) => answer.url().includes('tasks.search'));
    await page.getByRole('combobox', { name: 'Search and commands' }).fill(some);
    await answered;
    await watch.look(`palette, ${some}`);
  }
  await page.keyboard.press('Escape');
  await page.goto(`${house.url}/customers`);
  for (const some of words) {
    const answered = page.waitForResponse((answer) => answer.url().includes('customers.find'));
    await page.getByLabel('Find a customer').fill(some);
    await answered;
    await watch.look(`customers, ${some}`);
  }
};

/** A page of its own, until its words are there. */
export const roundOf = async ({ page, house, watch }: Round, path: string): Promise<void> => {
  await page.goto(house.url + path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('load');
  await page.getByText(/h\d+[hmp]/).first().waitFor({ state: 'attached', timeout: 5000 }).catch(() => watch.faults.push(`${path} shows none of it`));
  await watch.look(path);
};

/** Each list of the house on the page of the administrators. */
export const roundOfLists = async ({ page, house, watch }: Round): Promise<void> => {
  await page.goto(`${house.url}/lists`);
  for (const list of ['Task types', 'Close reasons', 'Playbooks', 'Alert words', 'Quick help', 'Support contacts']) {
    await page.getByLabel('List', { exact: true }).click();
    await page.getByRole('option', { name: list }).click();
    await page.locator('.list-id').filter({ hasText: /^h0$/ }).waitFor();
    await watch.look(`list ${list}`);
  }
};

/** A file of customers: read, shown, and brought in. */
export const roundOfImport = async ({ page, house, watch }: Round): Promise<void> => {
  await page.goto(`${house.url}/import`);
  await page.locator('input[type=file]').setInputFiles({ name: '"><img src=x onerror=alert(1)> h1h.csv', mimeType: 'text/csv', buffer: Buffer.from(hostileCsv()) });
  await page.getByRole('group', { name: 'The first lines' }).waitFor();
  await watch.look('what a file would bring in');
  await page.getByRole('button', { name: /^Bring in/ }).click();
  await page.getByText('were known already').first().waitFor();
  await watch.look('imports');
};
