import { openBrowser } from '@firstline/testing/browser.ts';
import type { Page } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';

/** What somebody at the keyboard felt, in milliseconds, by the browser's own event timing. */
export type Felt = {
  /** Each key in the text field, from its press to the frame that shows it. */
  typed: number[];
  /** Each press of any key, as INP counts it. */
  interactions: number[];
  /** Live entries that came meanwhile. */
  heard: number;
};

export type WritingScreen = {
  /** The desk with a task at work, or a page with nothing but a text field and a list that hears the same stream. */
  open: (what: 'desk' | 'bare') => Promise<void>;
  /** Types so many characters, with steps through the list between them. */
  write: (characters: number) => Promise<Felt>;
  close: () => Promise<void>;
};

const SLOWER = 4;
const A_KEY_MS = 90;
const WORDS = 'We can send somebody on Tuesday between two and four. Please keep the boiler off until then. ';
const BETWEEN = 24;
const STEPS = ['j', 'j', 'j', 'k', 'j', 'j', 'k', 'k'];

/** A screen on a machine four times slower than this one, signed in by its cookie. */
export const openWritingScreen = async (url: string, cookie: string): Promise<WritingScreen> => {
  const browser = await openBrowser({ viewport: { width: 1280, height: 900 } });
  const at = cookie.indexOf('=');
  await browser.context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
  await browser.context.addInitScript(COUNT_HEARD);
  const page = await browser.newPage();
  const line = await browser.context.newCDPSession(page);
  const runs = (rate: number) => line.send('Emulation.setCPUThrottlingRate', { rate });
  return {
    open: async (what) => {
      await runs(1);
      await page.goto(what === 'desk' ? url : `${url}/healthz`);
      if (what === 'bare') await page.evaluate(BARE_PAGE);
      await page.locator('textarea').first().waitFor();
      await page.locator('.row').nth(5).waitFor();
      await page.evaluate(WATCH_KEYS);
      await runs(SLOWER);
    },
    write: async (characters) => {
      for (let written = 0; written < characters; written += BETWEEN) {
        await page.locator('textarea').first().focus();
        await inStep(page, WORDS.repeat(2).slice(written % WORDS.length, (written % WORDS.length) + Math.min(BETWEEN, characters - written)));
        await inStep(page, ['Escape', ...STEPS]);
      }
      await pause(300);
      return page.evaluate<Felt>('felt()');
    },
    close: browser.close,
  };
};

/** One key after the other at the pace of a quick writer; who is slower than that is not waited for twice. */
const inStep = async (page: Page, keys: Iterable<string>): Promise<void> => {
  for (const key of keys) {
    const next = pause(A_KEY_MS);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await next;
  }
};

// What runs in the page is text: the loader of this process would put names of its own into a function.

const COUNT_HEARD = `globalThis.heard = 0;
const Source = EventSource;
globalThis.EventSource = class extends Source {
  constructor(address) {
    super(address);
    this.addEventListener('message', () => (heard += 1));
  }
};`;

/** A text field and fifty rows that come and go with the stream: what any page has to do. */
const BARE_PAGE = `new Promise((open) => {
  document.body.innerHTML = '<textarea rows="6" cols="60"></textarea><ul></ul>';
  const list = document.querySelector('ul');
  for (let n = 0; n < 50; n += 1) {
    const row = document.createElement('li');
    row.className = 'row';
    row.innerHTML = '<a href="#">Customer ' + n + '<br>The furnace stopped last night; asks for a visit on Tuesday.</a>';
    list.append(row);
  }
  addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape') target.blur();
    if (target.tagName === 'TEXTAREA' || (key !== 'j' && key !== 'k')) return;
    const links = [...list.querySelectorAll('a')];
    links[Math.max(0, links.indexOf(document.activeElement) + (key === 'j' ? 1 : -1))]?.focus();
  });
  const source = new EventSource('/api/journal');
  source.addEventListener('hello', () => open());
  source.addEventListener('message', ({ data }) => {
    const { seq } = JSON.parse(data);
    const row = list.children[seq % 50];
    row.querySelector('a').firstChild.data = 'Customer ' + seq;
    list.insertBefore(row, list.children[(seq * 7) % 50]);
  });
})`;

const WATCH_KEYS = `(() => {
  const typed = new Map();
  const longest = new Map();
  const presses = { typed: 0, all: 0 };
  heard = 0;
  addEventListener('keydown', ({ target }) => {
    presses.all += 1;
    if (target.tagName === 'TEXTAREA') presses.typed += 1;
  }, true);
  const take = (entries) => {
    for (const { interactionId, duration, name, target, startTime } of entries) {
      if (interactionId) longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
      if (name === 'keydown' && target?.tagName === 'TEXTAREA') typed.set(startTime, duration);
    }
  };
  const seen = new PerformanceObserver((list) => take(list.getEntries()));
  seen.observe({ type: 'event', durationThreshold: 16 });
  // The browser tells of nothing that took less than 16 ms.
  const all = (times, count) => [...times.values(), ...Array(Math.max(0, count - times.size)).fill(16)];
  globalThis.felt = () => {
    take(seen.takeRecords());
    return { typed: all(typed, presses.typed), interactions: all(longest, presses.all), heard };
  };
})()`;
