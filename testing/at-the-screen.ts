import { voice, type Actor, type Role } from '@firstline/domain/desk/role.ts';
import { givePasswordTo } from '@firstline/server/desk/index.ts';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeViolations, contrastViolations, openBrowser } from './browser.ts';
import { openHouse, type House } from './open-house.ts';

export const PASSWORD = 'correct-horse-9';

/** Asks the desk as somebody would, past the screens. */
export const asks = async (house: House, by: Actor, name: string, input: object): Promise<Record<string, unknown>> => {
  const command = house.desk.parts.commands.find(({ spec }) => spec.name === name);
  const outcome = await house.desk.run(command as never, input as never, by, { commandId: randomUUID() });
  if (outcome.status !== 200) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  return (outcome.done[0] ?? {}) as unknown as Record<string, unknown>;
};

/** Somebody new at the desk, on every queue: `Ana Reyes` signs in as `ana@house.example`. */
export const joins = async (house: House, name: string, roles: Role[]): Promise<Actor> => {
  const { rows } = await house.desk.pool.query<{ id: string }>('select id from queues');
  const queueIds = rows.map(({ id }) => id);
  const initials = name.split(' ').map((part) => part[0]).join('');
  const { personId } = await asks(house, voice('system'), 'desk.addPerson', { name, email: addressOf(name), initials, roles, queueIds });
  await givePasswordTo(house.desk, String(personId), PASSWORD);
  return { id: String(personId), name, initials, roles, queueIds };
};

export const addressOf = (name: string): string => `${name.split(' ')[0]?.toLowerCase()}@house.example`;

/** A house with one agent in it, Ana Reyes, and her at a screen that knows nobody yet. */
export const anaAtHerScreen = async (viewport = { width: 1440, height: 900 }) => {
  const house = await openHouse();
  await joins(house, 'Ana Reyes', ['agent']);
  const browser = await openBrowser({ viewport });
  const ana = await browser.newPage();
  ana.setDefaultTimeout(10_000);
  const troubles: string[] = [];
  hearTroubles(ana, troubles);
  const leave = async () => {
    await browser.close();
    await house.close();
  };
  return { house, ana, troubles, leave };
};

/** Signs somebody in by the page for it, on the way to an address of the desk. */
export const signsIn = async (page: Page, house: House, email: string, at = '/'): Promise<void> => {
  await page.goto(house.url + at);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** What a browser says went wrong; a refusal is none. */
export const hearTroubles = (page: Page, troubles: string[]): void => {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) troubles.push(message.text());
  });
};

/** What is wrong with a screen as it stands: axe in light and dark, and whether it has to be moved sideways, also on a phone. */
export const faultsOf = async (page: Page, where: string, wide: { width: number; height: number }): Promise<string[]> => {
  const faults = await axeInBothThemes(page, where, contrastViolations);
  for (const wider of await page.evaluate(widerThanTheScreen)) faults.push(`${where}: ${wider}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await atRest(page);
  await picture(page, `${where} phone`);
  for (const wider of await page.evaluate(widerThanTheScreen)) faults.push(`${where}, 390 px wide: ${wider}`);
  await page.setViewportSize(wide);
  return faults;
};

/** What axe finds, in light and in dark, each with where it was found. */
export const axeInBothThemes = async (page: Page, where: string, inDark = axeViolations): Promise<string[]> => {
  const faults: string[] = [];
  for (const [scheme, violations] of [['light', axeViolations], ['dark', inDark]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await atRest(page);
    await picture(page, `${where} ${scheme}`);
    faults.push(...(await violations(page)).map(({ rule, at }) => `${where}, ${scheme}: ${rule} at ${at.join(' | ')}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
};

const atRest = (page: Page) => page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));

/** `SHOTS` names a folder for pictures of every screen. */
const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name.replaceAll(/\W+/g, '-')}.png` });
};

/** The page itself, a part of it that scrolls down and has to be moved sideways as well, or a card that cuts off what it holds. Runs in the browser. */
const widerThanTheScreen = (): string[] => {
  const said = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.scrollWidth} in ${element.clientWidth}`;
  return [...document.querySelectorAll('html, body, main, [class]')]
    .filter((element) => {
      const { overflowX, overflowY, display, whiteSpace } = getComputedStyle(element);
      const scrolls = element === document.documentElement || ((overflowX === 'auto' || overflowX === 'scroll') && (overflowY === 'auto' || overflowY === 'scroll')) || element.classList.contains('card');
      // A strip of one line and a table may be moved: they are made for it.
      const isStrip = element.classList.contains('table-hold') || (whiteSpace === 'nowrap' && element.getAttribute('tabindex') === '0');
      return scrolls && !isStrip && display !== 'none' && element.scrollWidth > element.clientWidth + 1;
    })
    .map(said);
};
