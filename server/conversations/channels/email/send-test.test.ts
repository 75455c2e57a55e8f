import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testMail } from '../../commands/test-mail.ts';
import { mailSetup } from '../../queries/mail-setup.ts';
import { mailServer, type MailServer } from './simulator.ts';
import { useMailServer } from './way.ts';

let desk: TestDesk;
let server: MailServer;
beforeEach(async () => {
  server = await mailServer();
  desk = await openDesk();
});
afterEach(async () => {
  await server.close();
  await desk.close();
});

const tested = async () => {
  const max = await desk.person('Max Obi', ['administrator']);
  await desk.done(testMail, { to: 'max@house.example' }, max);
  await desk.settle();
  return (await mailSetup.answer(desk, {}, max)) as { lastTest?: { state: string; cause?: string }; sendsBy?: { host: string } };
};

test('S15 S20 A test mail leaves once from the desk’s own address, says that a machine wrote it, and no setting shows a password', async () => {
  useMailServer(desk, { mailUrl: server.url.replace('smtp://', 'smtp://desk:canary-pass@'), mailFrom: 'desk@house.example', smtpPort: 2525 });
  const setup = await tested();
  expect(setup).toMatchObject({ lastTest: { state: 'sent' }, sendsBy: { signsIn: true }, from: 'desk@house.example' });
  expect(JSON.stringify(setup)).not.toContain('canary-pass');
  expect(server.got).toMatchObject([{ from: 'desk@house.example', to: ['max@house.example'] }]);
  expect(server.got[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
});

test('R-150 A test mail that does not leave says why, at the first try', async () => {
  useMailServer(desk, { mailFrom: 'desk@house.example' });
  expect((await tested()).lastTest).toMatchObject({ state: 'failed', cause: 'Mail sending is not set up. An administrator sets MAIL_URL.' });
});

test('R-150 A test mail that is refused says what the mail server said', async () => {
  useMailServer(desk, { mailUrl: server.url, mailFrom: 'desk@house.example' });
  server.next({ at: 'rcpt', how: 'refuse', code: 450, says: '4.2.1 Not now' });
  expect((await tested()).lastTest).toMatchObject({ state: 'failed', cause: expect.stringMatching(/^The mail server put the mail off\. The mail server says: 450 4\.2\.1 Not now/) as string });
});
