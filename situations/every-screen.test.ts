import { addressOf, asks, faultsOf, hearTroubles, joins, signsIn } from '@firstline/testing/at-the-screen.ts';
import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { axeViolations, openBrowser, type OpenBrowser } from '@firstline/testing/browser.ts';
import { openHouse, type House } from '@firstline/testing/open-house.ts';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const WIDE = { width: 1280, height: 860 };
const SENDERS = ['Dana Field', 'Omar Quist', 'Priya Nair', 'Eli Stone', `Fay ${'Moss'.repeat(74)}`];
const QUEUE = `Everything about ${'heat'.repeat(25)}`;
/** As long as each may be, and without a place to break it. */
const LONG = 'A very long subject that goes on about the furnace, the tap and Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller' + 's'.repeat(280);

let house: House;
let browsers: OpenBrowser[] = [];
const troubles: string[] = [];
const taskOf: Record<string, string> = {};
let customerId = '';
const visited = new Set<string>();

const atTheDesk = async (email: string | undefined): Promise<Page> => {
  const browser = await openBrowser({ viewport: WIDE });
  browsers.push(browser);
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  hearTroubles(page, troubles);
  if (!email) return page;
  await signsIn(page, house, email);
  await page.locator('.frame').waitFor();
  return page;
};

/** Looks at a page once what it shows is there. */
const looksAt = async (page: Page, route: string, shows: string, address = route): Promise<string[]> => {
  visited.add(route);
  await page.goto(house.url + address);
  await page.getByText(shows).first().waitFor();
  return faultsOf(page, `the page ${route}`, WIDE);
};

/** Looks at a dialog, and leaves it with Escape. */
const looksInto = async (page: Page, name: string, open: () => Promise<void>): Promise<string[]> => {
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const faults = await faultsOf(page, `the dialog ${name}`, WIDE);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return faults;
};
const behind = (page: Page, button: string) => looksInto(page, button, () => page.getByRole('button', { name: button }).first().click());

beforeAll(async () => {
  house = await openHouse();
  const system = voice('system');
  await asks(house, system, 'desk.applyProfile', { profile: 'home-services' });
  await asks(house, system, 'desk.openQueue', { name: QUEUE });
  const ana = await joins(house, 'Ana Reyes', ['agent']);
  const ben = await joins(house, `Ben ${'Sato'.repeat(28)}`, ['agent']);
  await joins(house, 'Lea Moss', ['supervisor']);
  for (const [n, name] of SENDERS.entries())
    await house.mails({ from: `${name} <sender${n}@customer.example>`, to: 'support@house.example', subject: n === 4 ? LONG : 'Furnace stopped', text: `Our furnace stopped last night. Could somebody come on Tuesday at 2pm?\n\n${n === 4 ? `https://customer.example/${'photo'.repeat(40)}` : 'Thank you'}` });
  await vi.waitFor(async () => {
    const { rows } = await house.desk.pool.query<{ id: string; customer_name: string; customer_id: string }>('select * from tasks');
    for (const row of rows) taskOf[row.customer_name] = row.id;
    customerId = rows.find((row) => row.customer_name === SENDERS[4])?.customer_id ?? '';
    expect(rows).toHaveLength(SENDERS.length);
  }, { timeout: 15_000 });
  await works(ana, ben);
}, 120_000);
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  browsers = [];
  await house?.close();
});

/** One task is closed, one is parked, one went up, one is in hand with a note, a try and an appointment. */
const works = async (ana: Actor, ben: Actor): Promise<void> => {
  const [closed, held, parked, escalated] = ['Dana Field', SENDERS[4] ?? '', 'Priya Nair', 'Eli Stone'].map((name) => ({ taskId: taskOf[name] }));
  const words = { discussed: 'Called; the heater is cold.', agreed: 'A visit on Tuesday at 2 pm.', mood: 'friendly' };
  await asks(house, ben, 'tasks.claim', { ...closed });
  await asks(house, ben, 'tasks.note', { ...closed, ...words });
  await asks(house, ben, 'tasks.resolve', { ...closed, reason: 'provided-information', solution: 'Told the price.', confirmed: 'yes', thanked: true });
  await asks(house, ben, 'tasks.claim', { ...parked });
  await asks(house, ben, 'tasks.park', { ...parked });
  await asks(house, ben, 'tasks.claim', { ...escalated });
  await asks(house, ben, 'tasks.escalate', { ...escalated, category: 'complaint', reason: 'complaint', issue: 'The customer is upset about a visit.', contactBy: 'email' });
  await asks(house, ana, 'tasks.claim', { ...held });
  await asks(house, ana, 'tasks.note', { ...held, ...words });
  await asks(house, ana, 'tasks.addSubTask', { ...held, title: 't'.repeat(200) });
  await asks(house, ana, 'tasks.bookAppointment', { ...held, startsAt: '2030-01-02T10:00:00Z', minutes: 60, where: 'w'.repeat(280), what: 'v'.repeat(280) });
  await asks(house, ana, 'tasks.logAttempt', { ...held, channel: 'call', address: '+1 555 010 2231', result: 'no-answer' });
};

describe('every screen has no fault that axe finds, in light and dark, and stays within a phone', { timeout: 90_000 }, () => {
  test('R-329 the doors, as whoever is not signed in sees them', async () => {
    const page = await atTheDesk(undefined);
    expect([...(await looksAt(page, '/sign-in', 'Sign in')), ...(await looksAt(page, '/welcome', 'link'))]).toEqual([]);
  });

  test('R-329 the screens and dialogs of an agent', async () => {
    const page = await atTheDesk(addressOf('Ana Reyes'));
    const mine = taskOf[SENDERS[4] ?? ''] ?? '';
    const faults = [
      ...(await looksAt(page, '/contacts', 'Contact history')),
      ...(await looksAt(page, '/customers', 'Find a customer')),
      ...(await looksAt(page, '/customers/$customerId', 'How they are reached', `/customers/${customerId}`)),
      ...(await looksAt(page, '/help', 'Quick help')),
      ...(await looksAt(page, '/', 'Omar Quist')),
      ...(await looksAt(page, '/tasks/$taskId', 'Sub-tasks', `/tasks/${mine}`)),
    ];
    // However long a name is, what stands below it stays in sight, and whoever points at it reads all of it.
    const name = page.getByRole('complementary', { name: 'About this task' }).locator('.clamped');
    expect(await name.getAttribute('data-tip')).toBe(SENDERS[4]);
    expect((await name.boundingBox())?.height).toBeLessThan(90);
    for (const button of ['Escalate', 'Wait for answer', 'Resolve & Close', 'Enter an appointment', 'Log an attempt made elsewhere', 'Change how critical it is', 'Search']) faults.push(...(await behind(page, button)));
    faults.push(
      ...(await looksInto(page, 'Give something', async () => {
        await page.getByRole('button', { name: 'More to do with this task' }).click();
        await page.getByRole('menuitem', { name: 'Give something' }).click();
      })),
    );
    faults.push(...(await looksInto(page, 'keys', () => page.keyboard.press('Control+/'))));
    expect(faults).toEqual([]);
  });

  test('R-329 a task that is on its way, and one that is not there', async () => {
    const page = await atTheDesk(addressOf('Ana Reyes'));
    await page.route('**/api/tasks.workspace?*', () => undefined);
    await page.goto(`${house.url}/tasks/${taskOf[SENDERS[4] ?? ''] ?? ''}`);
    await page.locator('.task-loading').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.unroute('**/api/tasks.workspace?*');
    expect(await looksAt(page, '/tasks/$taskId', 'This task is not there', '/tasks/nothing')).toEqual([]);
  });

  test('R-329 the screens of a supervisor', async () => {
    const page = await atTheDesk(addressOf('Lea Moss'));
    const faults = await looksAt(page, '/in-hand', 'Waiting for customers');
    for (const size of [{ width: 390, height: 844 }, WIDE]) {
      await page.setViewportSize(size);
      expect(await page.locator('.table-hold').evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length), `${size.width} px wide`).toBe(0);
    }
    await page.goto(`${house.url}/tasks/${taskOf[SENDERS[4] ?? ''] ?? ''}`);
    for (const button of ['Give to somebody', 'Take over']) faults.push(...(await behind(page, button)));
    expect(faults).toEqual([]);
  });

  test('R-329 the settings and their dialogs, as an administrator sees them', async () => {
    const page = await atTheDesk(addressOf('Max'));
    const faults: string[] = [];
    const places: [string, string, ...string[]][] = [
      ['/people', 'Ana Reyes', 'Add a person'],
      ['/queues', 'Emergencies', 'Open a queue'],
      ['/mail', 'Mail that leaves'],
      ['/lists', 'Complaint', 'Add an entry'],
      ['/rules', 'one-task-at-a-time'],
      ['/tokens', 'No program comes in yet.', 'Make a token'],
      ['/journal', 'Audit log'],
      ['/import', 'Import customers'],
    ];
    for (const [route, shows, ...buttons] of places) {
      faults.push(...(await looksAt(page, route, shows)));
      for (const button of buttons) faults.push(...(await behind(page, button)));
      expect(await page.locator('.frame-place[aria-current=page]').getAttribute('href'), route).toBe('/people');
    }
    expect(faults).toEqual([]);
  });

  test('R-329 no screen was left out, and none complained in the browser', () => {
    const routes = [...readFileSync('web/app/routes.tsx', 'utf8').matchAll(/ path: '([^']+)'/g)].map(([, path]) => path);
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter((path) => !visited.has(String(path)))).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
