import { openBrowser } from '@firstline/testing/browser.ts';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export type BrowserScreen = {
  /** What is measured: the desk's own page, or a page with nothing but a list while there is no built one. */
  says: string;
  /** A fresh look at the queue; resolves when its tasks are shown. */
  reload: () => Promise<void>;
  /** Shows nothing, and costs nothing, until the next look. */
  rest: () => Promise<void>;
  /** When the page showed that a task was taken: milliseconds since 1970, by the task's number. */
  shown: () => Promise<Record<string, number>>;
  close: () => Promise<void>;
};

export const hasBrowser = (): boolean => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium');

/** One screen in a real Chromium, signed in by its cookie. */
export const openBrowserScreen = async (url: string, cookie: string): Promise<BrowserScreen> => {
  const browser = await openBrowser({ viewport: { width: 1280, height: 900 } });
  const at = cookie.indexOf('=');
  await browser.context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
  const page = await browser.newPage();
  const isDesk = (await fetch(url, { headers: { accept: 'text/html' } })).headers.get('content-type')?.includes('text/html') ?? false;
  return {
    says: isDesk ? "the desk's own page" : 'a page with a bare list (the desk is not built)',
    reload: async () => {
      await page.goto(isDesk ? url : `${url}/healthz`);
      if (!isDesk) await page.evaluate(BARE_LIST);
      for (const until = Date.now() + 30_000; isDesk && !(await page.evaluate(SHOWS_TASKS)); await pause(50))
        if (Date.now() > until) throw new Error(`The desk shows no tasks: ${(await page.innerText('body')).slice(0, 300)}`);
      await page.evaluate(isDesk ? WATCH_LEAVING : WATCH_ARRIVING);
    },
    rest: async () => void (await page.goto('about:blank')),
    shown: () => page.evaluate('shown'),
    close: browser.close,
  };
};

// What runs in the page is text: the loader of this process would put names of its own into a function.

/** A list that grows by what the journal tells. */
const BARE_LIST = `new Promise((open) => {
  document.body.innerHTML = '<ul></ul>';
  const source = new EventSource('/api/journal');
  source.addEventListener('hello', () => open());
  source.addEventListener('message', ({ data }) => {
    const line = document.createElement('li');
    line.textContent = JSON.parse(data).id;
    document.querySelector('ul').append(line);
  });
})`;

/** Notes in the next frame which tasks have come. */
const WATCH_ARRIVING = `globalThis.shown = {};
new MutationObserver((changes) => {
  const ids = changes.flatMap(({ addedNodes }) => [...addedNodes].map(({ textContent }) => textContent.replace(/\\D/g, '')));
  requestAnimationFrame(() => ids.forEach((id) => (shown[id] ??= Date.now())));
}).observe(document.body, { childList: true, subtree: true });`;

/** Notes in the next frame which tasks are going from the list. */
const WATCH_LEAVING = `globalThis.shown = {};
const listed = () => new Set([...document.querySelectorAll('.row:not([data-leaving])')].flatMap(({ textContent }) => textContent.match(/Customer \\d{8}/g) ?? []).map((words) => words.slice(9)));
let before = listed();
new MutationObserver(() => requestAnimationFrame(() => {
  const now = listed();
  for (const id of before) if (!now.has(id)) shown[id] ??= Date.now();
  before = now;
})).observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['data-leaving'] });`;

const SHOWS_TASKS = `(document.body.innerText.match(/Customer \\d{8}/g) ?? []).length > 5`;
