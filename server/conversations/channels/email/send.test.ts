import { commandSpec, id, text } from '@firstline/contract/spec.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { lists } from '@firstline/domain/desk/lists.ts';
import { policy } from '@firstline/domain/policy.ts';
import { openDesk, parts, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { receiveMessage } from '../../commands/receive-message.ts';
import { settleMessage } from '../../commands/settle-message.ts';
import { messagesOf } from '../../messages.ts';
import { queueMessage } from '../../queue-message.ts';
import { conversationStore } from '../../stores.ts';
import { lettersOf } from '../../thread-facts.ts';
import { command, NOT_THERE } from '../../../platform/command.ts';
import { beginHandOver } from './handing-over.ts';
import { limits } from './limits.ts';
import { smtpPost } from './post.ts';
import { usePost, useMailServer } from './way.ts';
import { mailServer, type MailServer, type Mishap } from './simulator.ts';

const ana = { id: 'ana', name: 'Ana Reyes', initials: 'AR', roles: ['agent'] as const, queueIds: [] };

/** Sends a text without anything that judges it. */
const speak = command({
  spec: commandSpec('test.speak', ['agent'], 'Sends.', { conversationId: id, to: z.string(), subject: z.string(), body: text(1_000_000) }),
  facts: async (read, { input }) => {
    const conversation = await read.take(conversationStore, input.conversationId);
    return conversation ? { conversation, lastMessages: await lettersOf(read, conversation.id) } : NOT_THERE;
  },
  rules: [],
  decide: ({ conversation, lastMessages }, { input: { to, subject, body }, by, newId }) => [
    queueMessage({ conversation, draft: { channel: 'email', to, subject, body }, body, by, fromAddress: conversation.ours, newId, token: 'T'.repeat(24), lastMessages }),
  ],
});

let desk: TestDesk;
let server: MailServer;
let conversationId = '';
beforeEach(async () => {
  server = await mailServer();
  desk = await openDesk({
    commands: [...parts.commands, speak],
    reactions: parts.reactions.filter(({ name }) => name === 'conversations.sendMail'),
    house: () => () => Promise.resolve({ levels: {}, policy: { ...policy, emailBytes: 100_000 }, lists }),
  });
  await desk.queue();
  useMailServer(desk, { mailUrl: server.url });
  conversationId = await customerWrites('<one@customer.example>');
});
afterEach(async () => {
  await server.close();
  await desk.close();
});

const customerWrites = async (rfcId: string, answers: string[] = []): Promise<string> => {
  const letter = { channel: 'email' as const, from: 'dana@customer.example', to: 'support@house.example', subject: 'Furnace', text: rfcId, rfcId, answers, automatic: false };
  const done = await desk.done(receiveMessage, letter, voice('system'));
  return String(done.at(-1)?.conversationId);
};

const weWrite = async (of: { to?: string; subject?: string; body?: string } = {}): Promise<string> => {
  const letter = { conversationId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We come on Tuesday.\n\nAR', ...of };
  const [queued] = await desk.done(speak, letter, ana);
  return String(queued?.messageId);
};

const stateOf = async (messageId: string): Promise<{ state?: string; cause?: string }> => {
  const message = (await messagesOf(desk.pool, conversationId)).find((known) => known.id === messageId);
  return { state: message?.state, ...(message?.cause !== undefined && { cause: message.cause }) };
};

const allTries = async (): Promise<void> => {
  for (let n = 0; n < limits.sendingTries; n++) {
    await desk.settle();
    await desk.passes(3600);
  }
};

const header = (raw: string, name: string): string[] =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

test('A queued mail goes out once, signed with what threads it, and is then sent', async () => {
  await customerWrites('<two@customer.example>', ['<one@customer.example>']);
  const messageId = await weWrite();
  expect(await stateOf(messageId)).toEqual({ state: 'queued' });
  await desk.settle();
  expect(await stateOf(messageId)).toEqual({ state: 'sent' });
  expect(server.got).toMatchObject([{ from: 'support@house.example', to: ['dana@customer.example'] }]);
  const raw = server.got[0]?.raw ?? '';
  expect(header(raw, 'From')).toEqual(['Ana Reyes <support@house.example>']);
  expect(header(raw, 'Message-ID')).toEqual([`<${messageId}.${'T'.repeat(24)}@house.example>`]);
  expect(header(raw, 'In-Reply-To')).toEqual(['<two@customer.example>']);
  expect(header(raw, 'References')).toEqual(['<one@customer.example> <two@customer.example>']);
  for (const none of ['Auto-Submitted', 'Precedence', 'Bcc', 'X-Mailer']) expect(header(raw, none), none).toEqual([]);
  expect(raw).toMatch(/\r\n\r\nWe come on Tuesday\.\r\n\r\nAR\r\n$/);
  await allTries();
  expect(server.got).toHaveLength(1);
});

test('A mail of a person answers what came without a Message-ID without naming our stand-in', async () => {
  conversationId = await customerWrites('<abc@missing.invalid>');
  await weWrite();
  await desk.settle();
  expect(header(server.got[0]?.raw ?? '', 'In-Reply-To')).toEqual([]);
  expect(server.got[0]?.raw).not.toContain('missing.invalid');
});

test('R-150 Without a mail server, without an address or with a wrong one the cause is said', async () => {
  const causes: [Parameters<typeof weWrite>[0], RegExp][] = [
    [{ to: '' }, /^There is no address to send to\.$/],
    [{ to: 'dana at customer' }, /^“dana at customer” is not an email address\.$/],
    [{ to: 'a@b.example, c@d.example' }, /is not an email address\.$/],
    [{ body: 'x'.repeat(200_000) }, /^The message is larger than/],
  ];
  for (const [of, cause] of causes) {
    const messageId = await weWrite(of);
    await desk.settle();
    expect(await stateOf(messageId)).toEqual({ state: 'failed', cause: expect.stringMatching(cause) as string });
  }
  expect(server.got).toEqual([]);
});

test('R-150 A desk without MAIL_URL says who can set it', async () => {
  useMailServer(desk, {});
  const messageId = await weWrite();
  await desk.settle();
  expect(await stateOf(messageId)).toEqual({ state: 'failed', cause: 'Mail sending is not set up. An administrator sets MAIL_URL.' });
});

test.each([
  ['rcpt', 550, '5.1.1 No such user', /^Nobody has this address\. The mail server says: 550 5\.1\.1 No such user/],
  ['rcpt', 552, '5.2.2 Over quota', /^The mailbox of the customer is full\./],
  ['mail', 554, '5.7.1 Not from you', /^The mail server did not allow it\./],
  ['dot', 552, 'Too much', /^The mail is larger than the mail server takes\./],
  ['dot', 554, 'No', /^The mail server refused the mail\./],
] as const)('R-150 A refusal at %s with %i %s is final and is said in plain words', async (at, code, says, cause) => {
  server.next({ at, how: 'refuse', code, says });
  const messageId = await weWrite();
  await allTries();
  expect(await stateOf(messageId)).toEqual({ state: 'failed', cause: expect.stringMatching(cause) as string });
  expect(server.got).toEqual([]);
});

test('R7 A mail that was certainly not taken is tried again, with the same Message-ID, and arrives once', async () => {
  server.next(
    { at: 'connect', how: 'refuse', code: 421, says: 'Busy' },
    { at: 'connect', how: 'cut' },
    { at: 'mail', how: 'cut' },
    { at: 'rcpt', how: 'refuse', code: 450, says: 'Greylisted' },
    { at: 'dot', how: 'refuse', code: 451, says: 'Try again' },
  );
  const messageId = await weWrite();
  for (let n = 0; n < 5; n++) {
    await desk.settle();
    expect(await stateOf(messageId)).toEqual({ state: 'queued' });
    await desk.passes(3600);
  }
  await desk.settle();
  expect(await stateOf(messageId)).toEqual({ state: 'sent' });
  expect(server.got).toHaveLength(1);
  expect(header(server.got[0]?.raw ?? '', 'Message-ID')).toEqual([`<${messageId}.${'T'.repeat(24)}@house.example>`]);
});

test('R7 Of many mails whose connections are cut everywhere none is lost, none arrives twice, and what nobody knows is said', { timeout: 60_000 }, async () => {
  const ways: (Mishap | undefined)[] = [
    undefined,
    { at: 'connect', how: 'cut' },
    { at: 'mail', how: 'cut' },
    { at: 'rcpt', how: 'cut' },
    { at: 'dot', how: 'cut' },
    { at: 'rcpt', how: 'refuse', code: 450, says: 'Later' },
    { at: 'dot', how: 'refuse', code: 451, says: 'Later' },
  ];
  const count = 35;
  server.next(...Array.from({ length: count }, (_, n) => ways[n % ways.length]));
  const ids = await Promise.all(Array.from({ length: count }, () => weWrite()));
  await allTries();
  const states = await Promise.all(ids.map(async (messageId) => (await stateOf(messageId)).state));
  const arrived = server.got.map(({ raw }) => header(raw, 'Message-ID')[0]);
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(arrived).toHaveLength(count);
  expect(states.filter((state) => state === 'unknown')).toHaveLength(count / ways.length);
  expect(states.filter((state) => state === 'sent')).toHaveLength(count - count / ways.length);
});

test('After the last try a mail has failed, and says what the trouble was', async () => {
  server.next(...Array.from({ length: limits.sendingTries }, () => ({ at: 'rcpt' as const, how: 'refuse' as const, code: 450, says: 'Later' })));
  const messageId = await weWrite();
  await allTries();
  expect(await stateOf(messageId)).toEqual({ state: 'failed', cause: 'The mail server put the mail off, several times. The mail server says: 450 Later' });
  await server.close();
  const second = await weWrite();
  await allTries();
  expect((await stateOf(second)).cause).toMatch(/^The mail server could not be reached, several times\. The trouble was: .*ECONNREFUSED/);
});

test.each(['data', 'dot'] as const)('R7 R8 A line that breaks at the %s of a mail, before the 250, leaves the mail unknown, and nobody sends it again', async (at) => {
  server.next({ at, how: 'cut' });
  const messageId = await weWrite();
  await allTries();
  expect(await stateOf(messageId)).toEqual({ state: 'unknown', cause: expect.stringMatching(/nobody can say whether the mail went/) as string });
  expect(server.got).toHaveLength(at === 'dot' ? 1 : 0);
});

test('A mail server that falls silent does not hold a mail longer than a job may take', async () => {
  server.next({ at: 'rcpt', how: 'stall' }, { at: 'dot', how: 'stall' });
  const messageId = await weWrite();
  usePost(desk, smtpPost(server.url, 3));
  await desk.settle();
  expect(await stateOf(messageId)).toEqual({ state: 'queued' });
  await desk.passes(3600);
  await desk.settle();
  expect(await stateOf(messageId)).toMatchObject({ state: 'unknown' });
});

test('R8 A node that died within a try leaves the mail unknown; one that died before it leaves it to be sent', async () => {
  const during = await weWrite();
  expect(await beginHandOver(desk.pool, during)).toBe(true);
  expect(await beginHandOver(desk.pool, during)).toBe(false);
  const before = await weWrite();
  await allTries();
  expect(await stateOf(during)).toMatchObject({ state: 'unknown' });
  expect(await stateOf(before)).toEqual({ state: 'sent' });
  expect(server.got).toHaveLength(1);
  expect((await desk.pool.query('select * from mail_hand_overs')).rows).toEqual([]);
});

test('R8 No mail is at the mail server that has no row of an intent committed before', async () => {
  const seen: number[] = [];
  usePost(desk, async (parcel, begin) => {
    const { rows } = await desk.pool.query(`select 1 from messages where state = 'queued' and rfc_id = $1`, header(parcel.raw.toString(), 'Message-ID'));
    seen.push(rows.length);
    return { went: (await begin()) ? 'taken' : 'called-off' };
  });
  for (let n = 0; n < 5; n++) await weWrite();
  await desk.settle();
  expect(seen).toEqual([1, 1, 1, 1, 1]);
});

test('What came of a message stands: later news changes nothing', async () => {
  const messageId = await weWrite();
  await desk.settle();
  for (const outcome of ['failed', 'unknown', 'sent'] as const) expect(await desk.done(settleMessage, { messageId, outcome }, voice('system'))).toEqual([]);
  expect(await stateOf(messageId)).toEqual({ state: 'sent' });
});

const INJECTED = '\r\nBcc: victim@evil.example\r\nX-Evil: yes\r\n\r\nForged body\r\n.\r\nMAIL FROM:<x@evil.example>\r\n';

test('S13 A line break in any field of a mail begins no header, no recipient and no command', async () => {
  await weWrite({ subject: `Re: Furnace${INJECTED}` });
  await weWrite({ to: `dana@customer.example${INJECTED}` });
  await weWrite({ to: 'dana@customer.example>\r\nRCPT TO:<victim@evil.example' });
  await weWrite({ body: `Hello${INJECTED}` });
  Object.assign(ana, { name: `Ana${INJECTED}` });
  await weWrite();
  Object.assign(ana, { name: 'Ana Reyes' });
  conversationId = await customerWrites(`<odd@customer.example>`);
  await desk.pool.query(`update conversations set ours = $2 where id = $1`, [conversationId, `support@house.example${INJECTED}`]);
  await weWrite();
  await allTries();
  for (const { to, raw, from } of server.got) {
    expect(to).toEqual(['dana@customer.example']);
    expect(from).not.toContain('evil');
    for (const name of ['Bcc', 'X-Evil']) expect(header(raw, name)).toEqual([]);
    expect(header(raw, 'To')).toEqual(['dana@customer.example']);
    expect(header(raw, 'Subject')).toHaveLength(1);
  }
  expect(server.got.length).toBeGreaterThanOrEqual(3);
});
