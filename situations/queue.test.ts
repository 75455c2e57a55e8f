import { anaAtHerScreen, axeInBothThemes, signsIn } from '@firstline/testing/at-the-screen.ts';
import type { House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

let house: House;
let ana: Page;
let troubles: string[];

const signIn = (at = '/') => signsIn(ana, house, 'ana@house.example', at);
const mails = (name: string, subject: string, text: string) =>
  house.mails({ from: `${name} <${name.split(' ')[0]?.toLowerCase()}@customer.example>`, to: 'support@house.example', subject, text });
const row = (name: string) => ana.locator('a.row-link').filter({ hasText: name });
const order = () => ana.locator('.panes-list .row:not([inert]) .row-who').allInnerTexts();
const menu = async (item: string) => {
  await ana.getByRole('button', { name: 'Ana Reyes, my settings' }).click();
  await ana.getByRole('menuitemcheckbox', { name: item }).click();
};
const noFaults = async (where: string): Promise<void> => expect(await axeInBothThemes(ana, where)).toEqual([]);

beforeAll(async () => {
  const desk = await anaAtHerScreen();
  ({ house, ana, troubles } = desk);
  return desk.leave;
}, 120_000);

describe('a queue with much in it', { timeout: 60_000 }, () => {
  let claimLink = '';

  test('R-049 a new task is told on the screen while somebody watches, and stands behind the bell until it is taken', async () => {
    await signIn();
    await ana.getByText('Nothing waits.').waitFor();
    await mails('Dana Field', 'Tune-up', 'How much is a tune-up?');
    await ana.getByText('A new task requires attention: Dana Field').waitFor();
    await ana.getByRole('button', { name: '1 new task' }).click();
    await ana.getByRole('menuitem', { name: /Dana Field/ }).waitFor();
    await noFaults('bell');
    await ana.keyboard.press('Escape');
  });

  test('R-045 R-046 what is critical for the business stands first as it comes in, and an agent says why something else is', async () => {
    await mails('Eli Stone', 'Complaint', 'I want to complain about yesterday.');
    await mails('Fay Moss', 'Outage', 'There is an outage in our whole building. When do you come?');
    await expect.poll(order).toEqual(['Fay Moss', 'Eli Stone', 'Dana Field']);
    await row('Dana Field').click();
    await ana.getByRole('button', { name: 'Change how critical it is' }).click();
    const dialog = ana.getByRole('dialog', { name: 'How critical is it?' });
    await dialog.getByLabel('Criticality').click();
    await ana.getByRole('option', { name: 'Business is hindered' }).click();
    const save = dialog.getByRole('button', { name: 'Save', exact: true });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await noFaults('criticality');
    await dialog.getByLabel('Why?').fill('Their shop cannot heat.');
    await save.click();
    await expect.poll(order).toEqual(['Fay Moss', 'Dana Field', 'Eli Stone']);
  });

  test('R-050 R-070 R-052 before the claim one sees who, what, how old, how long for an answer, and what else there was', async () => {
    await mails('Dana Field', 'Another matter', 'Do you also do roofs?');
    await expect.poll(order).toHaveLength(4);
    await row('Dana Field').first().click();
    for (const words of ['Service', 'Inquiry', 'Waits since', 'Answer within', '1 other open task']) await ana.getByText(words, { exact: false }).first().waitFor();
    claimLink = new URL(ana.url()).pathname;
    await noFaults('preview with other contacts');
  });

  test('R-071 a person keeps a view of their own under a name, and comes back to it by a key', async () => {
    const filter = ana.getByRole('button', { name: /^Show:/ });
    await filter.click();
    await ana.getByRole('menuitemcheckbox', { name: 'Answer due soonest' }).click();
    await filter.click();
    await ana.getByRole('menuitem', { name: 'Save this view' }).click();
    await ana.getByLabel('Name').fill('Soonest');
    const naming = ana.getByRole('dialog', { name: 'Save this view' });
    await naming.getByRole('button', { name: 'Save', exact: true }).click();
    await naming.waitFor({ state: 'detached' });
    await expect.poll(order).toEqual(['Dana Field', 'Eli Stone', 'Fay Moss', 'Dana Field']);
    await filter.click();
    await ana.getByRole('menuitemcheckbox', { name: 'Most urgent first' }).click();
    await expect.poll(async () => (await order())[0]).toBe('Fay Moss');
    const byKey = async () => {
      await ana.keyboard.press('v');
      await ana.keyboard.press('1');
      return (await order())[0];
    };
    await expect.poll(byKey).toBe('Dana Field');
    await filter.getByText('Soonest').waitFor();
  });

  test('R-071 whoever wishes begins with the history of contacts', async () => {
    await menu('Contact history');
    await expect.poll(async () => (await house.desk.pool.query(`select first_screen from own_desks`)).rows).toEqual([{ first_screen: 'contacts' }]);
    await ana.goto(`${house.url}/`);
    await ana.getByRole('heading', { name: 'Contact history' }).waitFor();
    await row('Fay Moss').waitFor();
    await noFaults('contact history');
  });

  test('R-075 a task is found by a word of its text, by its customer and by its thread', async () => {
    await ana.keyboard.press('Control+k');
    const find = ana.getByRole('combobox', { name: 'Search and commands' });
    for (const words of ['roofs', 'dana field', 'another matter']) {
      await find.fill(words);
      await ana.locator('[role=option]').filter({ hasText: 'Another matter' }).waitFor();
    }
    await ana.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
  });

  test('R-026 R-049 the claim link of a notice leads a signed-out person through sign-in to that task', async () => {
    await ana.getByRole('button', { name: 'Ana Reyes, my settings' }).click();
    await ana.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await ana.getByLabel('Password').waitFor();
    await signIn(claimLink);
    await expect.poll(() => new URL(ana.url()).pathname).toBe(claimLink);
    await ana.getByRole('button', { name: 'Claim', exact: true }).waitFor();
  });

  test('R-063 R-064 on one screen stand the customer and what is known on one side, and talk and composer on the other', async () => {
    await ana.getByRole('button', { name: 'Claim', exact: true }).click();
    await ana.getByPlaceholder('Write to the customer').waitFor();
    const left = async (locator: ReturnType<Page['locator']>) => (await locator.first().boundingBox())?.x ?? 0;
    const composer = await left(ana.getByPlaceholder('Write to the customer'));
    for (const name of ['Summary', 'Sub-tasks', 'Customer', 'Notes'])
      expect(await left(ana.getByRole('heading', { name, exact: false })), name).toBeGreaterThan(composer);
  });

  test('no script broke on the way', () => expect(troubles).toEqual([]));
});
