import { anaAtHerScreen, axeInBothThemes, signsIn } from '@firstline/testing/at-the-screen.ts';
import type { House } from '@firstline/testing/open-house.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

let house: House;
let ana: Page;
const heard: string[] = [];
const canary = createServer((request, response) => {
  heard.push(String(request.url));
  response.end();
});
const canaryUrl = () => `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;

const noFaults = async (where: string): Promise<void> => expect(await axeInBothThemes(ana, where)).toEqual([]);

const mail = (): string =>
  [
    'From: Omar <b>Nadir</b> <omar@customer.example>', 'To: support@house.example', 'Subject: Lamp <img src=x onerror=alert(1)>', 'Content-Type: multipart/mixed; boundary=b', '',
    '--b', 'Content-Type: text/html', '',
    `<p>The lamp is broken. <a href="https://evil.example/x">https://bank.example</a></p><script>window.top.document.title='owned'</script><img src="${canaryUrl()}/pixel.gif" onerror="alert(1)">`,
    '--b', 'Content-Type: text/html; name="page.html"', 'Content-Disposition: attachment; filename="page.html"', '', '<script>alert(1)</script>', '--b--', '',
  ].join('\r\n');

beforeAll(async () => {
  await new Promise<void>((open) => canary.listen(0, '127.0.0.1', open));
  const desk = await anaAtHerScreen();
  ({ house, ana } = desk);
  return async () => {
    await desk.leave();
    await new Promise((closed) => canary.close(closed));
  };
}, 120_000);

describe('mail with files and a layout', { timeout: 60_000 }, () => {
  test('S6 a hostile mail is read as words; its layout runs nothing, asks nobody, and shows where links lead', async () => {
    const dialogs: string[] = [];
    ana.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await signsIn(ana, house, 'ana@house.example');
    await ana.getByText('Nothing waits.').waitFor();
    expect(await house.mails({ from: 'omar@customer.example', to: 'support@house.example', raw: mail() })).toContain('250');
    const row = ana.locator('a.row-link').filter({ hasText: 'Lamp' });
    await row.waitFor();
    await row.hover();
    await ana.getByRole('button', { name: /^Claim the task of/ }).first().click();
    await ana.getByText('The lamp is broken.').first().waitFor();
    await ana.getByText('sender not verified').waitFor();
    await ana.getByRole('button', { name: 'Show as written' }).click();
    const frame = ana.frameLocator('.as-written-frame');
    await frame.getByText('(evil.example)').waitFor();
    await noFaults('mail as written');
    expect([dialogs, heard, await ana.title()]).toEqual([[], [], expect.not.stringContaining('owned')]);
    await ana.getByRole('button', { name: 'Load pictures' }).click();
    await expect.poll(() => heard).toEqual(['/pixel.gif']);
  });

  test('S7 an attached page is saved, never opened', async () => {
    const link = ana.locator('a.attachment-link');
    const [download] = await Promise.all([ana.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('page.html');
  });

  test('R-142 R-151 files come by button, by dropping and by pasting, are removed again, and leave with the mail', async () => {
    const body = ana.getByPlaceholder('Write to the customer');
    await body.fill('See the two files.');
    await ana.locator('input[type=file]').setInputFiles([
      { name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('By button') },
      { name: 'away.txt', mimeType: 'text/plain', buffer: Buffer.from('Not this one') },
    ]);
    await ana.getByRole('button', { name: 'Remove “away.txt”' }).click();
    for (const how of ['drop', 'paste'] as const) {
      await body.evaluate((field, kind) => {
        const data = new DataTransfer();
        data.items.add(new File([`By ${kind}`], `${kind}.txt`, { type: 'text/plain' }));
        const event = kind === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        field.dispatchEvent(event);
      }, how);
      await ana.getByRole('button', { name: `Remove “${how}.txt”` }).waitFor();
    }
    await noFaults('files in the composer');
    await body.press('Control+Enter');
    // What only warns is passed knowingly.
    const anyway = ana.getByRole('button', { name: 'Send anyway' });
    if (await anyway.isVisible().catch(() => false)) await anyway.click();
    await expect.poll(() => house.mail.got.length, { timeout: 15_000 }).toBe(1);
    const raw = house.mail.got[0]?.raw ?? '';
    for (const content of ['By button', 'By drop', 'By paste']) expect(raw).toContain(Buffer.from(content).toString('base64'));
    expect(raw).not.toContain(Buffer.from('Not this one').toString('base64'));
  });

  test('the mail page sends a test mail and says what came of it', async () => {
    await ana.context().clearCookies();
    await signsIn(ana, house, 'max@house.example');
    await ana.getByRole('navigation', { name: 'Settings' }).waitFor().catch(() => undefined);
    await ana.goto(`${house.url}/mail`);
    await ana.getByLabel('Send a test mail to').fill('max@house.example');
    await ana.getByRole('button', { name: 'Send a test mail' }).click();
    await ana.getByText('The mail server took it.', { exact: false }).waitFor();
    await noFaults('mail page');
  });
});
