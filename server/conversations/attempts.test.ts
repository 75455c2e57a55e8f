import type { conversations } from '@firstline/contract/conversations.ts';
import { commandSpec, id } from '@firstline/contract/spec.ts';
import { tries, type Attempt } from '@firstline/domain/conversations/attempt.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { openDesk, parts, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { command, NOT_THERE } from '../platform/command.ts';
import { readerOf } from '../platform/reader.ts';
import { attemptEvent, attemptsOf, contactFacts } from './attempts.ts';
import { receiveMessage } from './commands/receive-message.ts';
import { settleMessage } from './commands/settle-message.ts';
import { messagesOf } from './messages.ts';
import { queueMessage } from './queue-message.ts';
import { newToken } from './rfc-id.ts';
import { conversationStore } from './stores.ts';

const ana = { id: 'ana', name: 'Ana Reyes', initials: 'AR', roles: ['agent'] as const, queueIds: [] };

/** Writes to the customer, or logs a call. */
const reach = command({
  spec: commandSpec('test.reach', ['agent'], 'Tries.', { conversationId: id, how: id }),
  facts: async (read, { input }) => (await read.take(conversationStore, input.conversationId)) ?? NOT_THERE,
  rules: [],
  decide: (conversation, { input: { how }, by, newId }) => {
    const called: Omit<Attempt, 'id' | 'version' | 'by' | 'at'> = { conversationId: conversation.id, channel: 'call', address: '+1 555 010 2231', result: 'no-answer', remark: 'Rang long' };
    if (how === 'call') return [attemptEvent({ attemptId: newId(), ...called })];
    const draft = { channel: 'email' as const, to: conversation.address, subject: 'Re: Furnace', body: 'Hello' };
    return [queueMessage({ conversation, draft, body: draft.body, by, fromAddress: conversation.ours, newId, token: newToken(), lastMessages: [] })];
  },
});

let desk: TestDesk;
let conversationId = '';
beforeEach(async () => {
  desk = await openDesk({ commands: [...parts.commands, reach], reactions: [] });
  await desk.queue();
  const letter: z.infer<typeof conversations.receive.input> = {
    channel: 'email', from: 'dana@customer.example', to: 'support@house.example', subject: 'Furnace', text: 'It stopped.', rfcId: '<1@x>', answers: [], automatic: false,
  };
  conversationId = String((await desk.done(receiveMessage, letter, voice('system'))).at(-1)?.conversationId);
});
afterEach(() => desk.close());

const tryIt = (how: 'mail' | 'call') => desk.done(reach, { conversationId, how }, ana);
const facts = () => contactFacts(readerOf(desk.pool).reader, conversationId);

test("R-166 Mails we wrote and calls entered by hand are the tries, oldest first; the customer's mails are none", async () => {
  await tryIt('mail');
  await desk.passes(60);
  await tryIt('call');
  expect(await attemptsOf(desk.pool, conversationId)).toMatchObject([
    { channel: 'email', address: 'dana@customer.example', by: 'ana', result: 'queued', byHand: false },
    { channel: 'call', address: '+1 555 010 2231', by: 'ana', result: 'no-answer', cause: 'Rang long', byHand: true },
  ]);
});

test('The last contact is the newest word in either direction, and every try counts', async () => {
  const [first] = await messagesOf(desk.pool, conversationId);
  expect(await facts()).toEqual({ attempts: 0, uncounted: 0, lastContactAt: first?.at });
  await desk.passes(60);
  const [mailed] = await tryIt('mail');
  expect(await facts()).toEqual({ attempts: 0, uncounted: 1, lastContactAt: first?.at, doubtful: { at: mailed?.at, result: 'queued' } });
  await desk.done(settleMessage, { messageId: String(mailed?.messageId), outcome: 'sent' }, voice('system'));
  expect(await facts()).toEqual({ attempts: 1, uncounted: 0, lastContactAt: mailed?.at });
  await desk.passes(60);
  const [called] = await tryIt('call');
  expect(await facts()).toEqual({ attempts: 2, uncounted: 0, lastContactAt: called?.at });
  expect(await contactFacts(readerOf(desk.pool).reader, 'unknown')).toEqual({ attempts: 0, uncounted: 0 });
});

test('R-236 R8 a mail that failed, or may never have left, is shown as an attempt and is no try', async () => {
  for (const outcome of ['failed', 'unknown', 'sent'] as const) {
    const [mailed] = await tryIt('mail');
    await desk.done(settleMessage, { messageId: mailed?.messageId, outcome, ...(outcome !== 'sent' && { cause: 'The line was cut.' }) }, voice('system'));
  }
  expect(await attemptsOf(desk.pool, conversationId)).toHaveLength(3);
  expect((await facts()).attempts).toBe(1);
  expect(tries(await attemptsOf(desk.pool, conversationId))).toBe(1);
});
