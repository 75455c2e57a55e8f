import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export type OpenBrowser = { newPage: () => Promise<Page>; context: BrowserContext; close: () => Promise<void> };

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The Chromium of the machine (`CHROMIUM` names another), with a profile of its own that goes with it. */
export const openBrowser = async (options: BrowserContextOptions = {}): Promise<OpenBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'firstline-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: QUIET,
  });
  return {
    context,
    newPage: () => context.newPage(),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

export type Violation = { rule: string; help: string; at: string[] };

/** What axe finds against WCAG 2.2 AA and its own good practice on this page as it stands. */
export const axeViolations = async (page: Page): Promise<Violation[]> => {
  // Evaluated by the driver, not by a script tag, so that the page's content policy stays as strict as it is.
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(source, 'utf8'));
  return page.evaluate(async (ruleSets) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const all = await axe.run(document, { runOnly: ruleSets, rules: { region: { enabled: false } }, resultTypes: ['violations'] });
    // A menu stands beside the landmarks by its nature; everything else must be inside one.
    const regions = await axe.run({ exclude: [['[data-base-ui-portal]']] }, { runOnly: { type: 'rule', values: ['region'] }, resultTypes: ['violations'] });
    return [...all.violations, ...regions.violations].map(({ id, help, nodes }) => ({ rule: id, help, at: nodes.map(({ html }) => html.slice(0, 200)) }));
  }, RULE_SETS);
};

/** What axe finds of contrast alone: all that another theme can change. */
export const contrastViolations = async (page: Page): Promise<Violation[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, at: nodes.map(({ html }) => html.slice(0, 200)) }));
  });

const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
