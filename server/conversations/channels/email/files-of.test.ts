import { expect, test } from 'vitest';
import type { Aside } from './aside.ts';
import { filesOf } from './files-of.ts';
import { readMail } from './read-mail.ts';

const aside = { objectFor: () => undefined, put: () => ({}) } as unknown as Aside;
const STAND_IN = `${'0f'.repeat(16)}-3`;

const filesIn = async (line: string): Promise<string[]> => {
  const { email, forwarded } = await readMail(Buffer.from([
    'From: dana@customer.example', 'Subject: Fwd: Lamp', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'See below.',
    '--b', 'Content-Type: message/rfc822', '', 'From: omar@customer.example', 'Content-Transfer-Encoding: base64', '', line, '--b--', '',
  ].join('\r\n')));
  return filesOf(email, aside, forwarded).files.map(({ name }) => name);
};

test('A forwarded mail is a file as well, however long its last line is, but not once its own files were laid aside', async () => {
  expect(await filesIn(Buffer.from('The lamp in the hall is dark.').toString('base64'))).toEqual(['attachment-1.eml']);
  expect(await filesIn(Buffer.from('The lamp in the hall upstairs is dark.').toString('base64').slice(0, 44))).toEqual(['attachment-1.eml']);
  expect(await filesIn(STAND_IN)).toEqual([]);
  expect(await filesIn(Buffer.from(STAND_IN).toString('base64'))).toEqual([]);
});
