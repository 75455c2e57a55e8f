import { decodedEntities } from './html-entities.ts';

/** What a person reads of an HTML mail, as plain text. One pass over the text: no input makes it slow. */
export const htmlText = (html: string): string => {
  const said: string[] = [];
  const neverClosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    said.push(words(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    const tag = tagAt(html, open, neverClosed);
    said.push(tag.says);
    at = tag.end;
  }
  return said
    .join('')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
};

/** Line ends and blanks mean nothing in HTML but one blank. */
const words = (source: string): string => decodedEntities(source.replaceAll(/[ \t\r\n\f]+/g, ' ')).replaceAll('\u00A0', ' ');

type Tag = { says: string; end: number };

const UNREAD = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'object', 'iframe']);
const PARAGRAPH = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'dl', 'pre', 'table']);
const LINE = new Set(['br', 'div', 'tr', 'section', 'article', 'header', 'footer', 'dt', 'dd', 'body', 'hr', 'address', 'li']);
const CELL = new Set(['td', 'th']);

const tagAt = (html: string, open: number, neverClosed: Set<string>): Tag => {
  if (html.startsWith('<!--', open)) return { says: '', end: after(html, '-->', open + 4) };
  const name = html.slice(open, open + 20).match(/^<\/?([a-z][a-z0-9]*)/i)?.[1]?.toLowerCase();
  // A "<" that begins no tag is a sign of its own, as in "3 < 4".
  if (!name && !/^<[!?/]/.test(html.slice(open, open + 2))) return { says: '<', end: open + 1 };
  const end = tagEnd(html, open);
  const isClosing = html[open + 1] === '/';
  if (!name) return { says: '', end };
  if (UNREAD.has(name) && !isClosing && !neverClosed.has(name)) {
    const closing = afterClosing(html, name, end);
    // Without its end it would hide the rest of the mail, and looking for that end again and again would take long.
    if (closing === undefined) neverClosed.add(name);
    return { says: ' ', end: closing ?? end };
  }
  return { says: breakFor(name, isClosing, html.slice(open, Math.min(end, open + 2000))), end };
};

const breakFor = (name: string, isClosing: boolean, tag: string): string => {
  if (PARAGRAPH.has(name)) return '\n\n';
  if (name === 'li' && !isClosing) return '\n- ';
  if (LINE.has(name)) return isClosing && name === 'br' ? '' : '\n';
  if (CELL.has(name)) return isClosing ? ' ' : '';
  if (name === 'img') return words(tag.match(/\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i)?.slice(1).find(Boolean) ?? '');
  return '';
};

const after = (html: string, sign: string, from: number): number => {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
};

/** How far a quotation mark may reach. */
const QUOTED = 600;

/** A ">" within quotation marks does not end a tag; a mark that is never closed does not swallow the mail. */
const tagEnd = (html: string, open: number): number => {
  const bracket = after(html, '>', open);
  const tag = html.slice(open, Math.min(bracket, open + QUOTED));
  const quotes = (tag.match(/"/g)?.length ?? 0) % 2;
  if (quotes === 0) return bracket;
  const close = html.slice(bracket, bracket + QUOTED).search(/"[^"<>]*>/);
  return close < 0 ? bracket : after(html, '>', bracket + close);
};

const afterClosing = (html: string, name: string, from: number): number | undefined => {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? after(html, '>', found.index) : undefined;
};
