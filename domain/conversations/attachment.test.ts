import { expect, test } from 'vitest';
import { cleanFileName, mailBytes, saidBytes } from './attachment.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\dana\\photo.jpg', 'photo.jpg'],
  ['.ht\u200Baccess', 'htaccess'],
  ['\u200B.htaccess', 'htaccess'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\0b\r\nBcc: x', 'abBcc_ x'],
  ['trailing. . .', 'trailing'],
  ['  ', 'file'],
  ['..', 'file'],
  ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ['half \uD800.txt', 'half .txt'],
])('S8 A file named %j is called %j', (given, called) => {
  expect(cleanFileName(given)).toBe(called);
  expect(cleanFileName(given)).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
});

test('S8 A name of four thousand letters is short, and its ending stays', () => {
  const name = cleanFileName(`${'x'.repeat(4096)}.pdf`);
  expect(name.length).toBeLessThanOrEqual(120);
  expect(name).toMatch(/…\.pdf$/);
});

test.each([[0, '0 bytes'], [1400, '1 kB'], [1_572_864, '1.5 MB'], [41_943_040, '40 MB']])('%i bytes are said as %s', (bytes, said) =>
  expect(saidBytes(bytes)).toBe(said),
);

test('R-151 A file weighs a third more in a mail than on a disk', () => {
  const weight = mailBytes('', [{ bytes: 30_000_000 }]);
  expect(weight).toBeGreaterThan(41_000_000);
  expect(weight).toBeLessThan(41_200_000);
});
