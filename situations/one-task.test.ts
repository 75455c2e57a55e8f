import { finalNoteAfterLastContact } from '@firstline/domain/tasks/rules/final-note-after-last-contact.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { oneTaskAtATime } from '@firstline/domain/tasks/rules/one-task-at-a-time.ts';
import { threeTriesBeforeUnsuccessful } from '@firstline/domain/tasks/rules/three-tries-before-unsuccessful.ts';
import { asks, axeInBothThemes, hearTroubles, joins, PASSWORD, signsIn } from '@firstline/testing/at-the-screen.ts';
import { openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import { openHouse, type House } from '@firstline/testing/open-house.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let house: House;
let browsers: OpenBrowser[] = [];
let ana: Page;
let ben: Page;
const troubles: string[] = [];

const atTheDesk = async (size = { width: 1440, height: 900 }): Promise<Page> => {
  const browser = await openBrowser({ viewport: size });
  browsers.push(browser);
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  hearTroubles(page, troubles);
  return page;
};

const signIn = (page: Page, email: string, at = '/') => signsIn(page, house, email, at);

const furnace = 'Hello, our furnace stopped last night and there is no heat upstairs. Could somebody come on Tuesday at 2pm? Please text me first.';
const row = (page: Page, name: string) => page.locator('a.row-link').filter({ hasText: name });
/** Whether the page says this where people see it. */
const said = async (page: Page, sentence: string): Promise<void> => {
  await expect.poll(async () => (await page.locator('body').innerText()).replaceAll(/\s+/g, ' '), { timeout: 10_000 }).toContain(sentence);
};

const noFaults = async (page: Page, where: string): Promise<void> => expect(await axeInBothThemes(page, where)).toEqual([]);

beforeAll(async () => {
  house = await openHouse();
  await joins(house, 'Ana Reyes', ['agent']);
  await joins(house, 'Ben Sato', ['agent']);
  ana = await atTheDesk();
  ben = await atTheDesk();
}, 120_000);
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  browsers = [];
  await house.close();
});

describe('one task, from a customer’s mail to its close', { timeout: 60_000 }, () => {
  test('R-026 an address asked for while signed out leads through sign-in to it; a wrong password is told in plain words', async () => {
    await ana.goto(`${house.url}/?from=mail`);
    await noFaults(ana, 'sign-in');
    await ana.getByLabel('Email').fill('ana@house.example');
    await ana.getByLabel('Password').fill('not-the-password');
    await ana.getByRole('button', { name: 'Sign in' }).click();
    await ana.getByRole('alert').first().waitFor();
    expect(await ana.getByLabel('Email').inputValue()).toBe('ana@house.example');
    await signIn(ana, 'ana@house.example');
    await signIn(ben, 'ben@house.example');
    await ana.getByText('Nothing waits.').waitFor();
    await ben.getByText('Nothing waits.').waitFor();
    await noFaults(ana, 'empty queue');
  });

  test('R-054 a mail appears in both queues as they watch, without a reload', async () => {
    const said = await house.mails({ from: 'Dana Field <dana@customer.example>', to: 'support@house.example', subject: 'Furnace stopped', text: furnace });
    expect(said).toContain('250');
    await Promise.all([row(ana, 'Dana Field').waitFor(), row(ben, 'Dana Field').waitFor()]);
    await expect.poll(() => ana.title()).toContain('1');
  });

  test('R-043 R-044 one of two gets it; it leaves the other’s queue, and whoever opens it reads who has it', async () => {
    const address = await row(ben, 'Dana Field').getAttribute('href');
    await row(ana, 'Dana Field').hover();
    await ana.getByRole('button', { name: 'Claim the task of Dana Field' }).click();
    await ana.getByRole('button', { name: 'Resolve & Close' }).waitFor();
    await row(ben, 'Dana Field').waitFor({ state: 'detached' });
    await ben.goto(house.url + String(address));
    await ben.getByText(/Ana Reyes has it since/).waitFor();
    expect(await ben.getByRole('button', { name: 'Resolve & Close' }).count()).toBe(0);
    await noFaults(ben, 'somebody else’s task');
  });

  test('R-042 R-065 the workspace shows summary, sub-tasks, conversation and customer, and the summary leads to its words', async () => {
    for (const name of ['Summary', 'Sub-tasks', 'Customer', 'Attempts', 'Notes'])
      await ana.getByRole('heading', { name, exact: false }).first().waitFor();
    await ana.getByText(furnace.slice(0, 30)).first().waitFor();
    await ana.getByText('dana@customer.example').first().waitFor();
    await noFaults(ana, 'workspace');
  });

  test('R-141 R-140 an emoji is said before Send, and the button refuses; without it the mail goes, with initials', async () => {
    const body = ana.getByPlaceholder('Write to the customer');
    await body.fill('Dear Dana, we come on Tuesday at 2 pm 🙂');
    await ana.getByText('An email carries no emoji', { exact: false }).first().waitFor();
    const send = ana.getByRole('button', { name: /^Send/ });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await noFaults(ana, 'refused composer');
    await body.fill('Dear Dana, we come on Tuesday at 2 pm.');
    await body.press('Control+Enter');
    await expect.poll(() => house.mail.got.length, { timeout: 15_000 }).toBe(1);
    expect(house.mail.got[0]?.raw).toMatch(/at 2 pm\.\r\n\r\nAR/);
    await ana.getByText('sent', { exact: false }).first().waitFor();
  });

  test('R-078 what is typed survives a reload', async () => {
    const body = ana.getByPlaceholder('Write to the customer');
    await body.fill('One more thing: the technician');
    await ana.reload();
    await expect.poll(() => ana.getByPlaceholder('Write to the customer').inputValue()).toBe('One more thing: the technician');
  });

  test('R-078 a session that ends while somebody types takes no letter with it, and none falls into the sign-in', async () => {
    const body = ana.getByPlaceholder('Write to the customer');
    await body.fill('');
    await ana.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }));
    await body.pressSequentially('The technician rings at noon');
    await ana.getByText('You were signed out.', { exact: false }).waitFor();
    await ana.keyboard.type('and again');
    expect([await ana.getByLabel('Email').inputValue(), await ana.getByLabel('Password').inputValue()]).toEqual(['', '']);
    expect(await ana.evaluate(() => document.activeElement?.textContent)).toContain('You were signed out.');
    await noFaults(ana, 'signed out');
    await ana.keyboard.press('Tab');
    await ana.keyboard.type('ana@house.example');
    expect(await ana.getByLabel('Email').inputValue()).toBe('ana@house.example');
    await ana.getByLabel('Password').fill(PASSWORD);
    await ana.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => body.inputValue()).toBe('The technician rings at noon');
  });

  test('R-078 rights that change while somebody types take no letter with them: the screen is built anew once the word is written', async () => {
    const body = ana.getByPlaceholder('Write to the customer');
    await body.evaluate((field) => field.setAttribute('data-of-before', ''));
    const { rows } = await house.desk.pool.query<{ id: string }>(`select id from people where name = 'Ana Reyes'`);
    await body.press('End');
    await body.pressSequentially(', and');
    await asks(house, { ...voice('system'), roles: ['administrator'] }, 'desk.setSkills', { personId: rows[0]?.id, skills: ['billing'] });
    await body.pressSequentially(' calls before every single visit', { delay: 40 });
    await ana.locator('[data-of-before]').waitFor({ state: 'detached' });
    expect(await body.inputValue()).toBe('The technician rings at noon, and calls before every single visit');
  });

  test('R-035 a second claim is refused on the screen, naming the task already held', async () => {
    await house.mails({ from: 'Omar Quist <omar@customer.example>', to: 'support@house.example', subject: 'Price of a tune-up', text: 'How much is a tune-up?' });
    await row(ana, 'Omar Quist').click();
    await said(ana, `${oneTaskAtATime.says} You hold “Furnace stopped”`);
    await noFaults(ana, 'preview');
  });

  test('R-081 R-083 two minutes without activity bring the question; an answer keeps the task', async () => {
    await house.passes(121);
    await ana.getByRole('alertdialog').waitFor({ timeout: 15_000 });
    await noFaults(ana, 'are you still there');
    await ana.getByRole('button', { name: 'Continue Working' }).click();
    await ana.getByRole('alertdialog').waitFor({ state: 'detached' });
  });

  test('R-164 R-235 the desk wants a reason and a final note before the close, says so first, and then closes', async () => {
    await row(ana, 'Dana Field').click();
    await ana.getByRole('button', { name: 'Resolve & Close' }).click();
    const dialog = ana.getByRole('dialog', { name: 'Resolve & Close' });
    expect(await dialog.getByLabel('Unsuccessful Contact').isDisabled()).toBe(true);
    await dialog.getByText(threeTriesBeforeUnsuccessful.says, { exact: false }).waitFor();
    await dialog.getByText('Provided Information', { exact: true }).click();
    await noFaults(ana, 'close dialog');
    await said(ana, finalNoteAfterLastContact.says);
    await dialog.getByLabel('What solved it?').fill('Told the time of the visit.');
    await dialog.getByRole('combobox', { name: 'Did the customer confirm that it is solved?' }).click();
    await ana.getByRole('option', { name: 'Yes' }).click();
    await dialog.getByLabel('Asked whether there is anything else', { exact: false }).check();
    await dialog.getByLabel('Discussed').fill('Told Dana that we come on Tuesday at 2 pm. Next: technician texts before arrival.');
    await dialog.getByRole('button', { name: 'Save the note and close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await house.desk.pool.query(`select status, close_reason from tasks where customer_name = 'Dana Field'`)).rows)
      .toEqual([{ status: 'closed', close_reason: 'provided-information' }]);
  });

  test('R-082 R-090 a closed tab escapes nothing: the task goes back at 2:30 with everything kept', async () => {
    await ana.goto(`${house.url}/`);
    await row(ana, 'Omar Quist').hover();
    await ana.getByRole('button', { name: 'Claim the task of Omar Quist' }).click();
    await ana.getByPlaceholder('Write to the customer').fill('Dear Omar, a tune-up costs');
    await expect.poll(async () => (await house.desk.pool.query(`select 1 from drafts where content ->> 'body' = 'Dear Omar, a tune-up costs'`)).rowCount, { timeout: 15_000 }).toBe(1);
    await ana.goto('about:blank');
    // The screen says that it goes; what is still on its way would be a sign of life of later.
    await expect.poll(async () => (await house.desk.pool.query('select 1 from task_activity where left_at is not null')).rowCount, { timeout: 15_000 }).toBe(1);
    await house.passes(121);
    const status = async () =>
      (await house.desk.pool.query<{ status: string; asked: boolean }>(`select status, returns_at is not null as asked from tasks where customer_name = 'Omar Quist'`)).rows[0];
    await expect.poll(status, { timeout: 15_000 }).toEqual({ status: 'held', asked: true });
    await house.passes(31);
    await expect.poll(status, { timeout: 15_000 }).toEqual({ status: 'waiting', asked: false });
    await ben.goto(`${house.url}/`);
    await row(ben, 'Omar Quist').waitFor();
    await row(ben, 'Omar Quist').hover();
    await ben.getByRole('button', { name: 'Claim the task of Omar Quist' }).click();
    await ben.getByText(/Ana Reyes left a draft/).waitFor();
  });

  test('R-219 R-232 an upset customer’s task goes up in four actions, leaves the agent, and the agent may claim again', async () => {
    await ben.getByRole('button', { name: 'Escalate' }).click();
    const dialog = ben.getByRole('dialog');
    expect(await dialog.getByLabel('What is the matter?').inputValue()).toContain('tune-up');
    await dialog.getByLabel('Reason').click();
    await ben.getByRole('option', { name: 'The customer asked for a manager' }).click();
    await noFaults(ben, 'escalate dialog');
    await dialog.getByRole('button', { name: 'Escalate' }).click();
    await expect.poll(async () => (await house.desk.pool.query(`select status, team_id from tasks where customer_name = 'Omar Quist'`)).rows).toEqual([{ status: 'escalated', team_id: 'account-team' }]);
    await ben.getByText('Nothing waits.', { exact: true }).waitFor();
    expect(await ben.getByRole('heading', { name: 'My task' }).count()).toBe(0);
    await house.mails({ from: 'Lena Park <lena@customer.example>', to: 'support@house.example', subject: 'A tap', text: 'Our kitchen tap drips.' });
    await row(ben, 'Lena Park').hover();
    await ben.getByRole('button', { name: 'Claim the task of Lena Park' }).click();
    await ben.getByRole('button', { name: 'Resolve & Close' }).waitFor();
  });

  test('the same path fits a phone, and nothing of it is wider than the screen', async () => {
    const phone = await atTheDesk({ width: 390, height: 844 });
    await house.mails({ from: 'Priya Nair <priya@customer.example>', to: 'support@house.example', subject: 'Thursday', text: 'Can I move my appointment on Thursday to the week after?' });
    await signIn(phone, 'ana@house.example');
    await row(phone, 'Priya Nair').waitFor();
    await noFaults(phone, 'phone list');
    await row(phone, 'Priya Nair').click();
    await noFaults(phone, 'phone task');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('no script broke and nothing was blocked on the way', () => {
    expect(troubles).toEqual([]);
  });
});
