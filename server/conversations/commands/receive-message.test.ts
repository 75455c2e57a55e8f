import type { conversations } from '@firstline/contract/conversations.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { receiveMessage } from './receive-message.ts';

type Mail = z.infer<typeof conversations.receive.input>;

let open: TestDesk;
let first = '';
let billing = '';

beforeAll(async () => {
  open = await openDesk();
  first = await open.queue();
  const openQueue = open.named('desk.openQueue');
  const [opened] = await open.done(openQueue, { name: 'Billing', address: 'Billing@desk.example' }, voice('system'));
  billing = String(opened?.queueId);
  await open.done(openQueue, { name: 'Old', address: 'old@desk.example' }, voice('system'));
  await open.pool.query(`update queues set status = 'closed' where name = 'Old'`);
});
afterAll(() => open.close());

const typesOf = (done: Recorded<DeskEvent>[]): string[] => done.map(({ type }) => type);

let asked = 0;
const mail = (of: Partial<Mail> = {}): Mail => ({
  channel: 'email',
  from: 'Ana@shop.example',
  fromName: 'Ana Lima',
  to: 'help@desk.example',
  subject: 'Leaking tap',
  text: 'It drips.',
  rfcId: `<${++asked}@shop.example>`,
  answers: [],
  automatic: false,
  ...of,
});

const receive = async (letter: Mail, commandId = `test-${++asked}`): Promise<Recorded<DeskEvent>[]> => {
  const outcome = await open.run(receiveMessage, letter, voice('system'), { commandId });
  if (outcome.status !== 200) throw new Error(JSON.stringify(outcome));
  return outcome.done;
};

type Place = { conversation_id: string; customer_id: string; queue_id: string; ours: string; address: string; status: string };
const placeOf = async (rfcId: string): Promise<Place> => {
  const { rows } = await open.pool.query<Place>(
    `select m.conversation_id, c.customer_id, c.queue_id, c.ours, c.address, c.status
     from messages m join conversations c on c.id = m.conversation_id where m.rfc_id = $1`,
    [rfcId],
  );
  if (rows.length !== 1) throw new Error(`${rows.length} messages with ${rfcId}`);
  return rows[0] as Place;
};
const close = (id: string) => open.pool.query(`update conversations set status = 'closed' where id = $1`, [id]);

test('A first mail meets the customer, opens a conversation and is kept', async () => {
  const letter = mail({ from: 'first@shop.example' });
  expect(typesOf(await receive(letter))).toEqual(['customer.met', 'conversation.opened', 'message.received']);
  expect(await placeOf(letter.rfcId)).toMatchObject({ queue_id: first, ours: 'help@desk.example', address: 'first@shop.example', status: 'open' });
  const { rows } = await open.pool.query(`select name, emails from customers where 'first@shop.example' = any(emails)`);
  expect(rows).toEqual([{ name: 'Ana Lima', emails: ['first@shop.example'] }]);
});

test('A second mail of the same customer, written in another case, opens a conversation of the same customer', async () => {
  const [one, two] = [mail({ from: 'twice@shop.example' }), mail({ from: 'Twice@Shop.example' })];
  await receive(one);
  expect(typesOf(await receive(two))).toEqual(['conversation.opened', 'message.received']);
  const [a, b] = [await placeOf(one.rfcId), await placeOf(two.rfcId)];
  expect(b.customer_id).toBe(a.customer_id);
  expect(b.conversation_id).not.toBe(a.conversation_id);
});

test('Mail lands in the open queue that has its address, whichever recipient that is, else in the first open queue', async () => {
  const letters = [
    mail({ to: 'billing@desk.example' }),
    mail({ to: 'nobody@desk.example', alsoTo: ['BILLING@desk.example'] }),
    mail({ to: 'old@desk.example' }),
  ];
  for (const letter of letters) await receive(letter);
  const places = await Promise.all(letters.map(({ rfcId }) => placeOf(rfcId)));
  expect(places.map(({ queue_id }) => queue_id)).toEqual([billing, billing, first]);
  expect(places.map(({ ours }) => ours)).toEqual(['Billing@desk.example', 'Billing@desk.example', 'old@desk.example']);
});

test('R-145 An answer joins its thread, and reopens it when it was closed', async () => {
  const opening = mail({ from: 'thread@shop.example' });
  await receive(opening);
  const { conversation_id } = await placeOf(opening.rfcId);
  const second = mail({ from: 'Thread@shop.example', answers: ['<unknown@x>', opening.rfcId] });
  expect(typesOf(await receive(second))).toEqual(['message.received']);
  await close(conversation_id);
  const third = mail({ from: 'thread@shop.example', answers: [second.rfcId] });
  expect(typesOf(await receive(third))).toEqual(['conversation.reopened', 'message.received']);
  expect(await placeOf(third.rfcId)).toMatchObject({ conversation_id, status: 'open' });
});

test('S4 A stranger who names a mail of a thread opens a conversation of their own and learns nothing', async () => {
  const opening = mail({ from: 'owner@shop.example' });
  await receive(opening);
  const own = await placeOf(opening.rfcId);
  await close(own.conversation_id);
  for (const from of ['stranger@evil.example', '"owner@shop.example" <stranger@evil.example>', '']) {
    const forged = mail({ from, answers: [opening.rfcId] });
    expect(typesOf(await receive(forged))).not.toContain('conversation.reopened');
    const place = await placeOf(forged.rfcId);
    expect(place.conversation_id).not.toBe(own.conversation_id);
    expect(place.customer_id).not.toBe(own.customer_id);
  }
  expect((await placeOf(opening.rfcId)).status).toBe('closed');
});

const weWrote = async (conversationId: string): Promise<{ id: string; rfcId: string }> => {
  const id = randomUUID();
  const rfcId = `<${id}.${'t'.repeat(24)}@desk.example>`;
  await open.pool.query(
    `insert into messages (id, version, conversation_id, direction, channel, "from", "to", subject, text, rfc_id, state, by, at)
     values ($1, 2, $2, 'out', 'email', 'help@desk.example', 'x@y.example', 'Re', 'Hi', $3, 'sent', 'ana', now())`,
    [id, conversationId, rfcId],
  );
  return { id, rfcId };
};

test('S4 Whoever names a mail of ours by its unguessable id joins its thread, also from another address, and is added nowhere', async () => {
  const opening = mail({ from: 'work@shop.example' });
  await receive(opening);
  const own = await placeOf(opening.rfcId);
  const { rfcId } = await weWrote(own.conversation_id);
  const fromHome = mail({ from: 'home@shop.example', answers: [rfcId], sender: 'failed' });
  expect(typesOf(await receive(fromHome))).toEqual(['message.received']);
  expect(await placeOf(fromHome.rfcId)).toMatchObject({ conversation_id: own.conversation_id, address: 'work@shop.example', customer_id: own.customer_id });
  const guessed = mail({ from: 'home@shop.example', answers: [rfcId.replace('tttt', 'tttu'), rfcId.replace(/\.t+/, '')] });
  await receive(guessed);
  expect((await placeOf(guessed.rfcId)).conversation_id).not.toBe(own.conversation_id);
});

test('S4 A sender whom our mail server takes for forged joins no thread by a mail of the customer', async () => {
  const opening = mail({ from: 'forged@shop.example' });
  await receive(opening);
  const forged = mail({ from: 'forged@shop.example', answers: [opening.rfcId], sender: 'failed' });
  await receive(forged);
  expect((await placeOf(forged.rfcId)).conversation_id).not.toBe((await placeOf(opening.rfcId)).conversation_id);
  const real = mail({ from: 'forged@shop.example', answers: [opening.rfcId], sender: 'verified' });
  await receive(real);
  expect((await placeOf(real.rfcId)).conversation_id).toBe((await placeOf(opening.rfcId)).conversation_id);
});

test('R-150 A report of non-delivery fails the mail it speaks of, with its cause, and stands in that thread', async () => {
  const opening = mail({ from: 'gone@shop.example' });
  await receive(opening);
  const own = await placeOf(opening.rfcId);
  const { id, rfcId } = await weWrote(own.conversation_id);
  await close(own.conversation_id);
  const report = (outcome: 'failed' | 'delayed', about: string[]) =>
    mail({ from: 'mailer-daemon@mx.example', automatic: true, machine: 'bounce', report: { about, outcome, cause: 'Nobody has this address.' } });
  const stateOf = async () => (await open.pool.query('select state, cause from messages where id = $1', [id])).rows[0] as unknown;

  await receive(report('failed', ['<unknown@x>', rfcId.replace('tttt', 'tttu')]));
  expect(await stateOf()).toEqual({ state: 'sent', cause: null });
  expect(typesOf(await receive(report('delayed', [rfcId])))).toEqual(['message.delayed', 'message.received']);
  expect(await stateOf()).toEqual({ state: 'sent', cause: 'Nobody has this address.' });
  const failed = report('failed', [rfcId]);
  expect(typesOf(await receive(failed))).toEqual(['conversation.reopened', 'message.failed', 'message.received']);
  expect(await stateOf()).toEqual({ state: 'failed', cause: 'Nobody has this address.' });
  expect((await placeOf(failed.rfcId)).conversation_id).toBe(own.conversation_id);
});

test('R7 The same mail delivered three times, also at once, is one message', async () => {
  const letter = mail({ from: 'again@shop.example' });
  const done = await Promise.all([receive(letter), receive(letter), receive({ ...letter, to: 'other@desk.example' })]);
  expect(done.flatMap(typesOf).filter((type) => type === 'message.received')).toHaveLength(1);
  expect(await receive(letter)).toEqual([]);
  await placeOf(letter.rfcId);
});

test('R7 A different mail under a Message-ID that was used before is not lost', async () => {
  const letter = mail({ from: 'form@shop.example' });
  await receive(letter);
  expect(typesOf(await receive({ ...letter, text: 'Another matter.' }))).toContain('message.received');
});

test('Two first mails of one new sender at the same moment end with one customer', async () => {
  const letters = Array.from({ length: 6 }, () => mail({ from: 'race@shop.example' }));
  const done = (await Promise.all(letters.map((letter) => receive(letter)))).flatMap(typesOf);
  expect(done.filter((type) => type === 'customer.met')).toHaveLength(1);
  expect(done.filter((type) => type === 'message.received')).toHaveLength(6);
  const places = await Promise.all(letters.map(({ rfcId }) => placeOf(rfcId)));
  expect(new Set(places.map(({ customer_id }) => customer_id)).size).toBe(1);
});

test('Mail without a sender is taken in, from somebody unknown', async () => {
  const [one, two] = [mail({ from: '', fromName: undefined }), mail({ from: '', fromName: undefined })];
  expect(typesOf(await receive(one))).toEqual(['customer.met', 'conversation.opened', 'message.received']);
  await receive(two);
  expect((await placeOf(one.rfcId)).customer_id).not.toBe((await placeOf(two.rfcId)).customer_id);
});

test('While no queue is open mail is not taken', async () => {
  const bare = await openDesk();
  const outcome = await bare.run(receiveMessage, mail(), voice('system'), { commandId: 'no-queue' });
  expect(outcome).toEqual({ status: 404 });
  await bare.close();
});
