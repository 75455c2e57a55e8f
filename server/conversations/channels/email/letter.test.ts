import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectsIn } from '../../../platform/objects.ts';
import { makeAside } from './aside.ts';
import { keepMail } from './keeper.ts';
import { letterOf, type Envelope, type Letter } from './letter.ts';
import { limits } from './limits.ts';
import { makeRoom } from './room.ts';

const ENVELOPE: Envelope = { from: 'envelope@mta.example', to: ['support@house.example'] };

const read = async (mail: string | Buffer, envelope = ENVELOPE): Promise<Letter> => {
  const keeper = keepMail(makeRoom(limits.keptBytesAltogether));
  keeper.feed(Buffer.from(mail as string));
  const kept = keeper.end();
  if (!kept) throw new Error('There was no room.');
  return (await letterOf(kept, envelope)).letter;
};
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.eml`));

test('A plain mail is read with its sender, its subject and its flowed text', async () => {
  expect(await read(fixture('plain'))).toEqual({
    channel: 'email',
    from: 'Dana.Field@customer.example',
    fromName: 'Field, Dana',
    to: 'support@house.example',
    alsoTo: [],
    subject: 'Furnace stopped – again',
    text: 'Hello, our furnace stopped last night. Could somebody come on Tuesday between 8 and 10?\n\nDana',
    rfcId: '<plain.1@customer.example>',
    answers: [],
    automatic: false,
  });
});

test('Of an HTML mail the words are kept, and attachments that find no room are named as not kept', async () => {
  const letter = await read(fixture('html-and-files'));
  expect(letter.text).toContain('Hello,');
  expect(letter.text).toContain('Grüße, Omar');
  expect(letter.text).not.toMatch(/never read|nor this|color/);
  expect(letter.text).toMatch(/\n\n\[2 attachments were not kept: lamp\.jpg, Rechnung März\.pdf\]$/);
  expect(letter.answers).toEqual(['<ours.2@house.example>', '<ours.1@house.example>', '<files.0@shop.example>']);
});

test('A forwarded mail is part of what was said', async () => {
  const { text, from } = await read(fixture('forwarded'));
  expect(from).toBe('kai@customer.example');
  expect(text).toMatch(/What is this charge for\?[^]*billing@house\.example[^]*You owe 40 euro\./);
});

test('A no-reply sender gives way to the address that the mail names for answers; any other sender does not', async () => {
  const form = fixture('no-reply-with-answer-address').toString();
  expect(await read(form)).toMatchObject({ from: 'lena@customer.example', fromName: 'Web form' });
  expect(await read(form.replace('no-reply@', 'office@'))).toMatchObject({ from: 'office@forms.example' });
  expect(await read(form.replace('lena@', 'noreply@'))).toMatchObject({ from: 'no-reply@forms.example' });
});

test.each([
  ['From: <a@b.example>, <c@d.example>', 'a@b.example'],
  ['From: Team: "A" <a@b.example>;', 'a@b.example'],
  ['From: root\r\nReply-To: r@b.example', 'r@b.example'],
  ['From:\r\nSender: s@b.example', 's@b.example'],
  ['Subject: Nobody', 'envelope@mta.example'],
  [`From: ${'a'.repeat(400)}@b.example`, 'envelope@mta.example'],
  ['From: "victim@shop.example" <thief@evil.example>', 'thief@evil.example'],
])('%s is from %s', async (head, from) => expect((await read(`${head}\r\n\r\nHi`)).from).toBe(from));

test('Without any sender, subject, text or Message-ID a mail is still a message, and the same one each time', async () => {
  const [one, two] = [await read(fixture('nothing-said'), { from: '', to: [] }), await read(fixture('nothing-said'), { from: '', to: [] })];
  expect(one).toMatchObject({ from: '', subject: '(no subject)', text: '' });
  expect(one).toEqual(two);
  expect((await read(`X: y\r\n${fixture('nothing-said').toString()}`)).rfcId).not.toBe(one.rfcId);
});

test('S15 Mail of machines is kept with all it says and is marked', async () => {
  expect(await read(fixture('away-note'))).toMatchObject({ automatic: true, text: 'I am away until Monday.' });
  const marks = ['Precedence: list', 'Precedence: junk', 'List-Id: <news.example>', 'X-Auto-Response-Suppress: All', 'Return-Path: <>', 'Auto-Submitted: auto-generated'];
  for (const mark of marks) expect(await read(`From: a@b.example\r\n${mark}\r\n\r\nHi`), mark).toMatchObject({ automatic: true, text: 'Hi' });
  for (const mark of ['Auto-Submitted: no', 'Precedence: first-class', 'X-Mailer: x']) {
    expect(await read(`From: a@b.example\r\n${mark}\r\n\r\nHi`), mark).toMatchObject({ automatic: false });
  }
  expect(await read(fixture('plain'), { ...ENVELOPE, from: '' })).toMatchObject({ automatic: true });
});

test('What no database and no line can hold is gone, the rest stays', async () => {
  const letter = await read(
    'From: =?utf-8?Q?A=00n=0D=0Aa?= <a@b.example>\r\nSubject: =?utf-8?Q?One=0D=0ABcc:_x@y.example=E2=80=AE?=\r\n\r\nA\0B\x1B[31m\tC\r\nD',
  );
  expect(letter).toMatchObject({ fromName: 'A n a', subject: 'One Bcc: x@y.example', text: 'AB[31m\tC\nD' });
  const halves = await read('Content-Type: text/html\r\n\r\n&#xD800; &#55357;');
  expect(JSON.parse(JSON.stringify(halves))).toEqual(halves);
  const cutWithin = await read(`Subject: =?utf-8?B?${Buffer.from(`x${'😀'.repeat(900)}`).toString('base64')}?=\r\n\r\nx${'😀'.repeat(limits.textLength)}`);
  for (const kept of [halves.text, cutWithin.text, cutWithin.subject]) expect(Buffer.from(kept).toString()).toBe(kept);
});

test('Old programs are understood: single bytes in header lines, UTF-7, entities of Windows', async () => {
  expect(await read(Buffer.from('Subject: Fr\xF6sche\r\n\r\nHi', 'latin1'))).toMatchObject({ subject: 'Frösche' });
  expect(await read(Buffer.from('Subject: =?iso-8859-1?Q?Fr\xF6sche?=\r\n\r\nHi', 'latin1'))).toMatchObject({ subject: 'Frösche' });
  expect(await read('Content-Type: text/plain; charset=utf-7\r\n\r\nFr+APY-sche 1 +- 1')).toMatchObject({ text: 'Frösche 1 + 1' });
  expect(await read('Content-Type: text/html\r\n\r\nIt&#146;s 3 < 4')).toMatchObject({ text: 'It’s 3 < 4' });
});

test('A text that is too long is cut and says so', async () => {
  const { text } = await read(`Subject: Long\r\n\r\n${'word '.repeat(100_000)}`);
  expect(text.length).toBeLessThan(limits.textLength + 100);
  expect(text).toMatch(/\[The mail was longer; the rest was not kept\.\]$/);
});

test('Attachments are kept byte by byte, whatever they are written in, and the HTML as it came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-letter-'));
  const aside = makeAside({ objects: objectsIn(folder), disk: makeRoom(1_000_000) });
  const keeper = keepMail(makeRoom(limits.keptBytesAltogether), aside);
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 255));
  const lines = bytes.toString('base64').replaceAll(/.{1,76}/g, '$&\r\n');
  const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
  const mail = [
    'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
    part('Content-Type: text/html', '<p>Hi <img src="cid:pic@b"></p>'),
    part('Content-Type: image/png; name=a.png\r\nContent-ID: <pic@b>\r\nContent-Transfer-Encoding: base64', lines),
    part('Content-Type: text/csv\r\nContent-Disposition: attachment; filename="../b.csv"\r\nContent-Transfer-Encoding: quoted-printable', 'a=3Bb=\r\nc\r\nd'),
    part('Content-Type: application/x-any\r\nContent-Disposition: attachment', 'one\r\ntwo\r\n'),
    '--b--\r\nNobody sees this.',
  ].join('');
  for (let at = 0; at < mail.length; at += 977) keeper.feed(Buffer.from(mail.slice(at, at + 977)));
  const { letter, files, html } = await letterOf(keeper.end() as never, ENVELOPE, aside);
  expect(letter.text).toBe('Hi');
  for (const { object } of [...files, ...(html ? [html] : [])]) object.keep();
  const kept = await Promise.all(files.map(async ({ name, cid, object }) => [name, cid, (await objectsIn(folder).read(object.key)).toString('latin1')]));
  expect(kept).toEqual([
    ['a.png', '<pic@b>', bytes.toString('latin1')],
    ['../b.csv', undefined, 'a;bc\r\nd'],
    ['attachment-3', undefined, 'one\r\ntwo\r\n'],
  ]);
  expect(html && (await objectsIn(folder).read(html.object.key)).toString()).toContain('cid:pic@b');
  aside.drop();
  rmSync(folder, { recursive: true });
});
