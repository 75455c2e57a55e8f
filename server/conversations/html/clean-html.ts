import sanitizeHtml from 'sanitize-html';

/** How the HTML of a mail is to be shown. */
export type Showing = {
  /** Pictures from elsewhere tell their owner who looked and when, so they wait until somebody asks for them. */
  remotePictures: boolean;
  /** Pictures that came with the mail, by their name in it, as `data:` addresses. */
  own: ReadonlyMap<string, string>;
};

export type Cleaned = { html: string; /** There are pictures elsewhere that were not asked for. */ heldBack: boolean };

const TAGS = [
  'a', 'abbr', 'address', 'b', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'figure', 'figcaption', 'font', 'h1', 'h2',
  'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot',
  'th', 'thead', 'tr', 'tt', 'u', 'ul', 'wbr',
];

const SIZE = /^-?(?:\d{1,4}(?:\.\d{1,3})?)(?:px|em|rem|pt|%)?$/;
const SIZES = /^(?:-?\d{1,4}(?:\.\d{1,3})?(?:px|em|rem|pt|%)?|auto)(?: (?:-?\d{1,4}(?:\.\d{1,3})?(?:px|em|rem|pt|%)?|auto)){0,3}$/;
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{1,40}\))$/i;
const WORD = /^[a-z -]{1,30}$/i;

/** No `url()`, no position, nothing that reaches out of its box. */
const STYLES = Object.fromEntries([
  ...['color', 'background-color', 'border-color', 'border-top-color', 'border-bottom-color', 'border-left-color', 'border-right-color'].map((name) => [name, [COLOUR]]),
  ...['width', 'max-width', 'min-width', 'height', 'max-height', 'font-size', 'line-height', 'border-width', 'border-radius', 'text-indent', 'letter-spacing'].map((name) => [name, [SIZE]]),
  ...['margin', 'padding', 'border-spacing'].flatMap((name) => [name, ...['top', 'right', 'bottom', 'left'].map((side) => `${name}-${side}`)]).map((name) => [name, [SIZES]]),
  ...['text-align', 'vertical-align', 'font-weight', 'font-style', 'text-decoration', 'border-style', 'border-collapse', 'white-space', 'list-style-type', 'text-transform'].map((name) => [name, [WORD, /^\d{3}$/]]),
  ['font-family', [/^[\w\s,'"-]{1,200}$/]],
  ['border', [/^(?:\d{1,2}(?:px|pt)?|none|thin|medium)(?: [a-z]{3,10})?(?: (?:#[0-9a-f]{3,8}|[a-z]{3,20}))?$/i]],
  ['display', [/^(?:block|inline|inline-block|table|table-cell|table-row|none)$/]],
]) as Record<string, RegExp[]>;

/** The HTML of a mail without anything that acts, loads or leads astray. */
export const cleanHtml = (given: string, { remotePictures, own }: Showing): Cleaned => {
  const seen = { heldBack: false };
  let room = MOST_OWN;
  const picture = (_: string, { src = '', alt = '', width, height, style }: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const shown = { alt, ...(SIZE.test(width ?? '') && { width }), ...(SIZE.test(height ?? '') && { height }), ...(style && { style }) } as Record<string, string>;
    const cid = src.match(/^\s*cid:(.*)$/i)?.[1]?.trim();
    if (cid !== undefined) {
      const source = own.get(cid) ?? own.get(decoded(cid)) ?? '';
      room -= source.length;
      return { tagName: 'img', attribs: { ...shown, src: room >= 0 ? source : '' } };
    }
    if (!/^https?:\/\//i.test(src.trim())) return { tagName: 'span', attribs: {} };
    if (remotePictures) return { tagName: 'img', attribs: { ...shown, src: src.trim() } };
    seen.heldBack = true;
    return { tagName: 'span', attribs: { class: 'held-back', title: alt }, text: alt };
  };

  const html = sanitizeHtml(withFewTags(given), {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'dir', 'lang', 'title', 'width', 'height', 'bgcolor', 'color', 'face', 'size', 'colspan', 'rowspan', 'cellpadding', 'cellspacing', 'border'],
      a: ['href', 'target', 'rel', 'title'],
      img: ['src', 'alt', 'width', 'height', 'style'],
      span: ['class', 'title', 'style'],
      ol: ['start', 'type'],
    },
    allowedClasses: { span: ['held-back', 'leads-to'] },
    allowedStyles: { '*': STYLES },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    // Depth is bounded, so that no mail makes the browser fall over.
    nestingLimit: 60,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'xmp', 'iframe', 'object', 'svg', 'math'],
    transformTags: { img: picture, a: link },
    textFilter: (text) => text.replaceAll(TURNS, ''),
  });
  return { html: withTargets(html), heldBack: seen.heldBack };
};

/** Letters of pictures that one page may hold, however often a mail shows the same one. */
const MOST_OWN = 8_000_000;

const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** No person writes more; tags within tags without an end would keep the reader busy. */
const MOST_TAGS = 20_000;
const withFewTags = (html: string): string => {
  let at = -1;
  for (let tags = 0; tags <= MOST_TAGS; tags += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html;
  }
  return html.slice(0, at);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A link opens outside of the desk, and never tells where it was pressed. */
const link = (_: string, { href = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const target = href.replaceAll(/[\p{Cc}\p{Zs}]/gu, '');
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(target)
    ? { tagName: 'a', attribs: { href: target, target: '_blank', rel: 'noopener noreferrer nofollow', title: target.slice(0, 500) } }
    : { tagName: 'span', attribs: {} };
};

/** Behind each link stands the host it truly leads to, unless its words say no other. */
const withTargets = (html: string): string =>
  html.replaceAll(/<a href="([^"]*)"[^>]*>((?:(?!<\/a>)[^])*)<\/a>/g, (whole, href: string, words: string) => {
    const host = hostOf(href);
    return host === '' || words.replaceAll(/<[^>]*>/g, '').trim().toLowerCase().replace(/^https?:\/\//, '').split(/[/?#]/)[0] === host ? whole : `${whole} <span class="leads-to">(${host})</span>`;
  });

const hostOf = (href: string): string => {
  try {
    const { protocol, host, pathname } = new URL(href.replaceAll('&amp;', '&'));
    const said = protocol.startsWith('http') ? host : pathname;
    return said.toLowerCase().replaceAll(/[<>&"']/g, '').slice(0, 100);
  } catch {
    return '';
  }
};
