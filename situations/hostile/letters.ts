import { hostileTexts, packed, someHostileTexts } from '@firstline/testing/hostile-texts.ts';
import type { House } from '@firstline/testing/open-house.ts';

const WORDS = 150;
/** The desk keeps a hundred parts of a mail. */
const FILES = 75;

/** Every hostile text by mail: as subject, in part as name of the sender and of a file, and all of them in the words and in the layout. Answers how many mails the desk took. */
export const mailAll = async (house: House): Promise<number> => {
  const heads = packed(600, { of: someHostileTexts });
  for (const [n, head] of heads.entries()) {
    const from = `c${n}@customer.example`;
    const carried = hostileTexts.slice(n * WORDS, (n + 1) * WORDS).map(({ text }) => text);
    const names = someHostileTexts.slice(n * FILES, (n + 1) * FILES).map(({ text }) => text);
    const name = n % 2 ? head.slice(-300) : head.slice(0, 300);
    const raw = [`From: ${word(name)} <${from}>`, 'To: support@house.example', `Subject: ${word(head)}`, 'Content-Type: multipart/mixed; boundary=outer', '', ...(n % 2 ? layoutAlone(carried) : bothForms(carried)), ...names.flatMap(file), '--outer--', ''];
    const said = await house.mails({ from, to: 'support@house.example', raw: raw.join('\r\n') });
    if (!said.startsWith('250')) throw new Error(`A hostile mail was answered ${said}`);
  }
  return heads.length;
};

/** A header may hold anything once it is encoded. */
const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const layout = (texts: string[]): string[] => texts.map((text) => `<div>${text}</div><p>${escaped(text)}</p>`);
const part = (type: string, lines: string[]): string[] => [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', Buffer.from(lines.join('\n')).toString('base64').replaceAll(/.{76}/g, '$&\r\n')];

const bothForms = (texts: string[]): string[] => [
  '--outer', 'Content-Type: multipart/alternative; boundary=inner', '',
  '--inner', ...part('text/plain', texts), '--inner', ...part('text/html', layout(texts)), '--inner--',
];
const layoutAlone = (texts: string[]): string[] => ['--outer', ...part('text/html', layout(texts))];

const file = (name: string): string[] => [
  '--outer', 'Content-Type: text/html', `Content-Disposition: attachment; filename*=UTF-8''${[...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`, '',
  '<script>alert(1)</script>',
];
