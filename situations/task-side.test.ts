import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { policy } from '@firstline/domain/policy.ts';
import { anaAtHerScreen, asks, signsIn } from '@firstline/testing/at-the-screen.ts';
import type { House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

let house: House;
let ana: Page;

const subTasks = async () => (await house.desk.pool.query<{ sub_tasks: { title: string; done: boolean }[] }>(`select sub_tasks from tasks where status = 'held'`)).rows[0]?.sub_tasks.map(({ title, done }) => [title, done]);
const box = (part: string, title: string) => ana.getByRole('list', { name: part, exact: true }).getByRole('checkbox', { name: title });

beforeAll(async () => {
  const desk = await anaAtHerScreen({ width: 1440, height: 1100 });
  ({ house, ana } = desk);
  ana.setDefaultTimeout(20_000);
  await house.mails({ from: 'Dana Field <dana@customer.example>', to: 'support@house.example', subject: 'Furnace stopped', text: 'Our furnace stopped last night. Could somebody come on Tuesday?' });
  await signsIn(ana, house, 'ana@house.example');
  await ana.locator('a.row-link').filter({ hasText: 'Dana Field' }).waitFor();
  return desk.leave;
}, 180_000);

describe('what stands around a task at work', { timeout: 90_000 }, () => {
  test('R-066 After the claim a strip leads through summary, sub-tasks and conversation, ticks each when it was seen and not before, and goes', async () => {
    expect(policy.orientationSeconds).toBe(30);
    const max: Actor = { ...voice('system'), id: 'max', roles: ['administrator'] };
    // The time is handed in: it is long here, and is over at once below.
    for (const name of ['orientationSeconds', 'idleWarningSeconds']) await asks(house, max, 'desk.setNumber', { name, value: name === 'idleWarningSeconds' ? 100_000 : 3600 });
    const { rows } = await house.desk.pool.query<{ id: string; queue_id: string; person: string }>(`select tasks.id, queue_id, (select id from people where initials = 'AR') as person from tasks`);
    const [{ id: taskId, queue_id: queueId, person: id } = { id: '', queue_id: '', person: '' }] = rows;

    // A phone shows one thing at a time.
    await ana.setViewportSize({ width: 390, height: 844 });
    await ana.goto(`${house.url}/tasks/${taskId}`);
    await ana.getByRole('heading', { name: 'Furnace stopped' }).waitFor();
    await asks(house, { id, name: 'Ana Reyes', initials: 'AR', roles: ['agent'], queueIds: [queueId] }, 'tasks.claim', { taskId });
    const steps = ana.getByRole('list', { name: 'First look' }).getByRole('listitem');
    const named = (texts: string[]) => texts.map((text) => text.split(/[:\n]/)[0]?.trim());
    const ticked = async () => named(await ana.locator('.strip-steps li[data-done]').allInnerTexts());
    const viewed = async () => Object.keys((await house.desk.pool.query<{ viewed: object | null }>('select viewed from tasks where id = $1', [taskId])).rows[0]?.viewed ?? {}).sort();
    await expect.poll(async () => named(await steps.allInnerTexts()), { timeout: 20_000 }).toEqual(['Summary', 'Sub-tasks', 'Conversation']);
    await expect.poll(ticked, { timeout: 20_000 }).toEqual(['Conversation']);
    expect(await viewed()).toEqual(['conversation']);

    // A step leads to its part.
    await steps.filter({ hasText: 'Summary' }).getByRole('button').click();
    await expect.poll(viewed, { timeout: 20_000 }).toContain('summary');
    await ana.setViewportSize({ width: 1440, height: 1100 });
    await expect.poll(ticked, { timeout: 20_000 }).toEqual(['Summary', 'Sub-tasks', 'Conversation']);
    expect(await viewed()).toEqual(['conversation', 'subTasks', 'summary']);

    await house.passes(3601);
    await house.mails({ from: 'Kim Low <kim@customer.example>', to: 'support@house.example', subject: 'Another matter', text: 'What does a visit cost?' });
    await expect.poll(() => steps.count(), { timeout: 20_000 }).toBe(0);
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
    const { rows } = await house.desk.pool.query<{ customer_id: string; held_by: string }>(`select customer_id, held_by from tasks where status = 'held'`);
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
