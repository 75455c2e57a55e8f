import type { BrowserContext, Frame, Page } from 'playwright-core';

/** All that must not happen in a browser that shows hostile texts. */
export type Watch = { faults: string[]; seen: Set<string>; look: (where: string) => Promise<void> };

/** Lets nothing out of the desk, and keeps what tried to. */
export const watchOver = async (context: BrowserContext, page: Page, own: string): Promise<Watch> => {
  const faults: string[] = [];
  const seen = new Set<string>();
  let at = 'sign-in';
  const isOwn = (url: string): boolean => url.startsWith(`${own}/`) || /^(?:data|blob):/.test(url) || url === 'about:blank';
  context.on('request', (request) => isOwn(request.url()) || faults.push(`${at}: asked ${request.url()}`));
  await context.route((url) => !isOwn(url.href), (route) => route.abort());
  context.on('page', (other) => faults.push(`${at}: a window opened on ${other.url()}`));
  page.on('dialog', (dialog) => {
    faults.push(`${at}: a script said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`${at}: ${String(error)}`));
  // What the content policy had to stop, got into the page.
  page.on('console', (message) => {
    if ((message.type() === 'error' && !/status of 4\d\d/.test(message.text())) || /Content Security Policy|Refused to|Blocked/.test(message.text())) faults.push(`${at}: ${message.text()} ${message.location().url}`);
  });

  return {
    faults,
    seen,
    look: async (where) => {
      at = where;
      for (const frame of page.frames()) {
        const { acts, text } = await lookAt(frame);
        faults.push(...acts.map((act) => `${where}: ${act}`));
        for (const [mark] of text.matchAll(/h\d+[hmp]/g)) seen.add(mark);
      }
    },
  };
};

/** Elements that the desk's own screens never have, wherever they came from. */
const lookAt = (frame: Frame): Promise<{ acts: string[]; text: string }> =>
  frame.locator(':root').evaluate((root) => {
    const acts: string[] = [];
    const own = location.origin;
    for (const element of root.querySelectorAll('*')) {
      const tag = element.localName;
      // Only of what is found: the words of a whole page are long.
      const shown = (): string => element.outerHTML.slice(0, 160);
      if (/^(?:object|embed|base|applet|marquee|foreignobject|annotation-xml|math|video|plaintext|xmp)$/.test(tag)) acts.push(`holds ${shown()}`);
      if (tag === 'meta' && element.getAttribute('http-equiv')?.toLowerCase() === 'refresh') acts.push(`leads away: ${shown()}`);
      if (tag === 'script' && !(element as HTMLScriptElement).src.startsWith(`${own}/`)) acts.push(`holds ${shown()}`);
      if (tag === 'iframe' && !(element as HTMLIFrameElement).src.startsWith(`${own}/api/letters/`)) acts.push(`holds ${shown()}`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) acts.push(`listens: ${shown()}`);
        if (/^(?:href|src|action|formaction|poster|background|data|xlink:href)$/.test(name) && /^[\s\p{Cc}]*(?:javascript|vbscript|file|data:(?!image\/(?:png|jpeg|gif|webp)))/iu.test(value)) acts.push(`leads to ${shown()}`);
        if (/^(?:src|srcset|poster|background)$/.test(name) && /evil\.example/.test(value)) acts.push(`loads ${shown()}`);
        if (name === 'style' && /url\(|expression|evil|z-index: ?9999/.test(value)) acts.push(`dresses ${shown()}`);
      }
    }
    const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    return { acts, text: [(root as HTMLElement).innerText, ...fields].join('\n') };
  });
