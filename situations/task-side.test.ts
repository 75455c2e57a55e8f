import type { Actor } from '@firstline/domain/desk/role.ts';
import { asks, joins, signsIn } from '@firstline/testing/at-the-screen.ts';
import { openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import { openHouse, type House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let house: House;
let browser: OpenBrowser;
let ana: Page;

const subTasks = async () => (await house.desk.pool.query<{ sub_tasks: { title: string; done: boolean }[] }>('select sub_tasks from tasks')).rows[0]?.sub_tasks.map(({ title, done }) => [title, done]);
const box = (part: string, title: string) => ana.getByRole('list', { name: part, exact: true }).getByRole('checkbox', { name: title });

beforeAll(async () => {
  house = await openHouse();
  await joins(house, 'Ana Reyes', ['agent']);
  browser = await openBrowser({ viewport: { width: 1440, height: 1100 } });
  ana = await browser.newPage();
  ana.setDefaultTimeout(20_000);
  await house.mails({ from: 'Dana Field <dana@customer.example>', to: 'support@house.example', subject: 'Furnace stopped', text: 'Our furnace stopped last night. Could somebody come on Tuesday?' });
  await signsIn(ana, house, 'ana@house.example');
  await ana.locator('a.row-link').filter({ hasText: 'Dana Field' }).hover();
  await ana.getByRole('button', { name: 'Claim the task of Dana Field' }).click();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('what stands around a task at work', { timeout: 90_000 }, () => {
  test('R-066 After the claim a strip leads through summary, sub-tasks and conversation, and ticks what was seen', async () => {
    const steps = ana.getByRole('list', { name: 'First look' }).getByRole('listitem');
    await expect.poll(async () => (await steps.allInnerTexts()).map((text) => text.split(/[:\n]/)[0]?.trim()), { timeout: 20_000 }).toEqual(['Summary', 'Sub-tasks', 'Conversation']);
    await expect.poll(() => ana.locator('.strip-steps li[data-done]').count(), { timeout: 20_000 }).toBeGreaterThan(0);
  });

  test('R-072 The top bar carries escalate, wait for answer, resolve & close, and close', async () => {
    for (const name of ['Escalate', 'Wait for answer', 'Resolve & Close', 'Close']) await ana.getByRole('button', { name, exact: true }).first().waitFor();
  });

  test('R-172 R-174 R-175 Sub-tasks are a checklist in two parts; Enter adds, a tick moves, X removes, each saved at once', async () => {
    const add = ana.getByRole('textbox', { name: 'Add a sub-task' });
    for (const title of ['Ring the technician', 'Tell the price']) {
      await add.fill(title);
      await add.press('Enter');
      await box('Next', title).waitFor();
    }
    await box('Next', 'Ring the technician').click();
    await box('Completed', 'Ring the technician').waitFor();
    await expect.poll(subTasks, { timeout: 20_000 }).toContainEqual(['Ring the technician', true]);
    await box('Completed', 'Ring the technician').click();
    await box('Next', 'Ring the technician').waitFor();
    await ana.getByRole('listitem').filter({ hasText: 'Tell the price' }).hover();
    await ana.getByRole('button', { name: 'Remove: Tell the price' }).click();
    await expect.poll(async () => (await subTasks())?.map(([title]) => title), { timeout: 20_000 }).not.toContain('Tell the price');
    expect(await subTasks()).toContainEqual(['Ring the technician', false]);
  });

  test('R-160 R-161 The note form asks for what was discussed, agreed, the mood and special requests, and shows a model in one action', async () => {
    await ana.getByRole('button', { name: 'Write a note' }).click();
    await ana.getByPlaceholder('What was discussed').waitFor();
    for (const name of ['Agreed', 'Mood', 'Special requests']) await ana.getByLabel(name, { exact: false }).first().waitFor();
    await ana.getByRole('button', { name: 'Model note' }).click();
    await ana.getByText('Visit booked for Tuesday, 14:00', { exact: false }).waitFor();
  });

  test('R-133 The way the customer prefers stands beside the composer and is chosen already, also when a try is logged', async () => {
    const { rows } = await house.desk.pool.query<{ customer_id: string; held_by: string }>('select customer_id, held_by from tasks');
    const [{ customer_id: customerId, held_by: id } = { customer_id: '', held_by: '' }] = rows;
    const by: Actor = { id, name: 'Ana Reyes', initials: 'AR', roles: ['agent'], queueIds: [] };
    await asks(house, by, 'customers.addDetail', { customerId, detail: { kind: 'phone', value: '+1 555 0100' } });
    await asks(house, by, 'customers.setPreference', { customerId, prefers: 'text' });
    await ana.reload();
    const chosen = () => ana.getByRole('tablist', { name: 'Write as' }).getByRole('tab', { selected: true });
    await ana.getByText('Prefers: Text').waitFor();
    expect(await chosen().innerText()).toBe('Text');
    expect(await ana.getByRole('link', { name: 'Text with this device' }).getAttribute('href')).toBe('sms:+15550100');
    await ana.getByRole('button', { name: 'Log an attempt made elsewhere' }).click();
    await expect.poll(() => ana.getByRole('dialog').getByRole('combobox', { name: 'By' }).innerText()).toBe('Text');
    await ana.getByRole('button', { name: 'Cancel' }).click();

    await ana.getByPlaceholder('What was texted, in a line').fill('Asked for Tuesday');
    await ana.getByRole('button', { name: 'Log the text' }).click();
    await ana.getByRole('region', { name: 'Attempts' }).getByText('Asked for Tuesday').waitFor();
    expect(await ana.getByPlaceholder('What was texted, in a line').inputValue()).toBe('');

    // A mail begun before is not hidden by the wish.
    await ana.getByRole('tab', { name: 'Email' }).click();
    await ana.getByPlaceholder('Write to the customer').fill('Dear Dana,');
    await ana.getByText('Draft saved').waitFor();
    await ana.reload();
    await ana.getByText('Prefers: Text').waitFor();
    expect(await chosen().innerText()).toBe('Email');
  });
});
