import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

const read = (text: string) => readLines(Buffer.from(text));

test('R-092 A file with titles is read: comma, semicolon or tab, any of the usual titles, several numbers in one cell', () => {
  const { lines, problems } = read('\uFEFFFull name;E-mail;Phone number;Account no;Preferred contact;Notes\r\n"Fields; Dana";dana@c.example;"555 0100 | 555 0101";AC-1;SMS;x\r\n');
  expect(problems).toEqual([]);
  expect(lines).toEqual([{ line: 2, details: { name: 'Fields; Dana', emails: ['dana@c.example'], phones: ['555 0100', '555 0101'], accounts: ['AC-1'], prefers: 'text' } }]);
  expect(read('First name\tLast name\tEmail\nDana\tFields\td@c.example').lines[0]?.details.name).toBe('Dana Fields');
});

test('R-092 Each bad line is named with what is wrong, and the good ones stand', () => {
  const { lines, problems } = read(['Name,Email,Phone,Prefers', 'Ok,ok@c.example,,', 'Nobody,,,', 'Bad,not-an-address,,', 'Twin,OK@c.example,,', 'Num,,12x,', 'Way,w@c.example,,pigeon', `${'x'.repeat(201)},y@c.example,,`].join('\n'));
  expect(lines.map(({ line }) => line)).toEqual([2]);
  expect(problems).toEqual([
    { line: 3, says: 'It has no email, phone or account number.' },
    { line: 4, says: '"not-an-address" is no email.' },
    { line: 5, says: 'It has an address or number of line 2.' },
    { line: 6, says: '"12x" is no phone.' },
    { line: 7, says: '"pigeon" is no way to reach somebody: email, text or call.' },
    { line: 8, says: 'The name is too long or has control characters.' },
  ]);
});

test.each([
  ['nothing', '', 'The file is empty.'],
  ['no titles that tell anybody apart', 'Name,Colour\nDana,red', 'No column is called Email, Phone or Account number, so nobody could be told apart.'],
  ['a quote that never ends', 'Name,Email\n"Dana,d@c.example\nmore', 'This is no CSV from here on'],
  ['a zip', 'PK\u0003\u0004\0\0\0', 'No column is called'],
])('S21 A file with %s is refused in plain words', (_, text, says) => {
  const { lines, problems } = read(text);
  expect(lines).toEqual([]);
  expect(problems[0]?.says).toContain(says);
});

test('S21 A file of 60,000 lines is refused, and letters of Western Windows are read', () => {
  expect(read(`Email\n${Array.from({ length: 60_000 }, (_, n) => `a${n}@c.example`).join('\n')}`).problems[0]?.says).toContain('50,000 lines');
  const latin = readLines(Buffer.concat([Buffer.from('Name,Email\nRen'), Buffer.from([0xe9]), Buffer.from(',r@c.example')]));
  expect(latin.lines[0]?.details.name).toBe('René');
});
