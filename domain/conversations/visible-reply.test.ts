import { withCollected } from '@firstline/testing/collected.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleReply, writtenLines } from './visible-reply.ts';

const NEW = 'Tuesday is fine.\nPlease ring before you come.';

test.each([
  ['English', 'On Mon, 2 Mar 2026 at 09:14, Ana Ruiz <ana@desk.example> wrote:'],
  ['English over two lines', 'On Mon, 2 Mar 2026, 9:14 am Ana Ruiz <\nana@desk.example> wrote:'],
  ['English without a colon', 'On Mon, 02 Mar 2026 09:14:43 +0100 Ana Ruiz <ana@desk.example> wrote'],
  ['German', 'Am 02.03.2026 um 09:14 schrieb Ana Ruiz <ana@desk.example>:'],
  ['French', 'Le lun. 2 mars 2026 à 09:14, Ana Ruiz <ana@desk.example>\na écrit :'],
  ['Spanish', 'El lun, 2 mar 2026 a las 9:14, Ana Ruiz (<ana@desk.example>) escribió:'],
  ['Portuguese', 'Em seg., 2 de mar. de 2026 às 09:14, Ana Ruiz <ana@desk.example> escreveu:'],
  ['Italian', 'Il giorno lun 2 mar 2026 alle ore 09:14 Ana Ruiz <ana@desk.example> ha scritto:'],
  ['Dutch', 'Op 2 maart 2026 09:14 schreef Ana Ruiz <ana@desk.example>:'],
  ['Swedish', 'Den mån 2 mars 2026 kl 09:14 skrev Ana Ruiz <ana@desk.example>:'],
  ['Norwegian over two lines', 'man. 2. mars 2026 kl. 09:14 skrev Ana Ruiz <ana@desk.example\n>:'],
  ['Polish', 'Dnia 2 marca 2026 09:14 Ana Ruiz <ana@desk.example> napisał(a):'],
  ['Turkish', '2 Mar 2026 Pzt 09:14 tarihinde Ana Ruiz <ana@desk.example> şunu yazdı:'],
  ['a bare date', '2026-03-02 09:14 GMT+01:00 Ana Ruiz <ana@desk.example>:'],
  ['a ruled title', '-----Ursprüngliche Nachricht-----\nVon: Ana Ruiz'],
  ['headers', 'From: Ana Ruiz <ana@desk.example>\nSent: Monday\nTo: Tom\nSubject: Your boiler'],
  ['headers in bold', '*Från:* Ana Ruiz\n*Skickat:* den 2 mars\n*Till:* Tom\n*Ämne:* Panna'],
  ['headers below a rule', '________________________________\nDe : Ana Ruiz <ana@desk.example>\nEnvoyé : lundi\nObjet : Chaudière'],
  ['a mark to reply above', '##- Please type your reply above this line -##'],
])('R-042 An older mail announced in %s is not shown as new', (_, mark) => {
  expect(visibleReply(`${NEW}\n\n${mark}\n\nWhen may we come?\nAna`)).toBe(NEW);
  expect(visibleReply(`${NEW}\n\n${mark}\n> When may we come?\n> Ana`.replaceAll('\n', '\r\n'))).toBe(NEW);
});

test.each([
  'Sent from my iPhone',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Enviado desde mi Samsung Galaxy',
  'Gesendet von Outlook für Android<https://app.example>',
  'Get Outlook for iOS',
  'iPhoneから送信',
  '-- \nTom Berg\nOak Street 4',
  '--\nTom Berg',
])('R-042 What is added below a text is not part of it: %s', (added) => expect(visibleReply(`${NEW}\n\n${added}`)).toBe(NEW));

test('R-042 Answers between the lines of a quote stay', () =>
  expect(visibleReply('Hello\n\nOn 2 Mar 2026 at 09:14 Ana <a@x.org> wrote:\n> When?\n\nTuesday.\n\n> Which door?\n\nThe red one.')).toBe(
    'Hello\n\nTuesday.\n\nThe red one.',
  ));

test.each([
  ['a journey', 'From: Oak Street 4\nTo: Elm Street 9\nDate: Friday\nPlease move my piano.'],
  ['somebody who tells what they wrote', 'On 3 May I wrote:\nmy boiler is cold.'],
  ['something sent from a place', 'Sent from the warehouse on 2 May, it never arrived.'],
  ['a table', 'size | price\n| big | 12 |'],
  ['a long list below a rule', `Wishes\n--\n${'one more\n'.repeat(15)}`],
])('R-042 Nothing is cut from %s', (_, text) => expect(visibleReply(text)).toBe(text.trim()));

test.each(['> only a quote', 'Sent from my iPhone', '-- \nTom', '-----Original Message-----\nFrom: a@x.org\nSubject: Hi', '👍'])(
  'R-042 A mail in which something was written is never shown empty: %s',
  (text) => expect(visibleReply(text)).not.toBe(''),
);

const pieces = fc.array(
  fc.constantFrom('> ', 'On 2 Mar 2026 ', 'wrote:', '\n', '\r\n', '--', 'From: a@x.org', 'Sent from my iPhone', 'boiler', ' ', '😀', '-----'),
  { maxLength: 40 },
);

test('R-042 Every line that is shown stands in the mail, where it says it stands', () =>
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      for (const line of writtenLines(text)) expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
      expect(visibleReply(text) === '').toBe(text.trim() === '');
    }),
  ));

test('R-042 A long hostile mail is read in one pass', () => {
  for (const piece of ['>', 'On 2 Mar 2026 a@x.org\n', 'From: a@x.org\n', '-', '--\n', 'sent from ', '\n'])
    expect(typeof visibleReply(piece.repeat(200_000 / piece.length))).toBe('string');
});

withCollected('mail/expect-reply.json', 'R-042 Collected replies show what was written in at least four of five', (read) => {
  const cases = JSON.parse(read()) as { file: string; visible?: string; visibleStartsWith?: string }[];
  const held = cases.filter(({ file, visible, visibleStartsWith }) => {
    const shown = visibleReply(read(`mail/raw/${file}`));
    return visible === undefined ? shown === visibleStartsWith?.trim() : shown === visible.trim();
  });
  expect(held.length / cases.length).toBeGreaterThanOrEqual(0.8);
});
