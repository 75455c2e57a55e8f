import { expect, test } from 'vitest';
import { evolveAttempt } from './attempt.ts';
import { evolveConversation, type ConversationEvent } from './conversation.ts';
import { evolveMessage, type MessageEvent } from './message.ts';

const stamp = (version: number) => ({ at: `2026-03-02T09:0${version}:00.000Z`, by: 'ana', version });
const opened: ConversationEvent = {
  type: 'conversation.opened',
  conversationId: 'v1',
  customerId: 'c1',
  queueId: 'q1',
  channel: 'email',
  ours: 'support@house.example',
  personal: { subject: 'Boiler', address: 'dana@home.example' },
};

test('R-145 A thread is open until it is closed, and again once it is reopened', () => {
  const open = evolveConversation(undefined, { ...opened, ...stamp(1) });
  const closed = evolveConversation(open, { type: 'conversation.closed', conversationId: 'v1', ...stamp(2) });
  const again = evolveConversation(closed, { type: 'conversation.reopened', conversationId: 'v1', ...stamp(3) });
  expect([open, closed, again].map(({ status, version }) => [status, version])).toEqual([['open', 1], ['closed', 2], ['open', 3]]);
  expect(again).toMatchObject({ subject: 'Boiler', address: 'dana@home.example', openedAt: '2026-03-02T09:01:00.000Z' });
});

const letter = { from: 'support@house.example', to: 'dana@home.example', subject: 'Re: Boiler', text: 'Tuesday.\n\nAR' };
const queued: MessageEvent = {
  type: 'message.queued',
  messageId: 'm1',
  conversationId: 'v1',
  channel: 'email',
  rfcId: '<m1@house.example>',
  answers: '<m0@home.example>',
  personal: letter,
};

test('R-136 A message that leaves is queued first and keeps its text through every state', () => {
  const waiting = evolveMessage(undefined, { ...queued, ...stamp(1) });
  expect(waiting).toMatchObject({ direction: 'out', state: 'queued', ...letter });
  const sent = evolveMessage(waiting, { type: 'message.sent', messageId: 'm1', conversationId: 'v1', ...stamp(2) });
  expect(sent).toMatchObject({ state: 'sent', settledAt: '2026-03-02T09:02:00.000Z', at: '2026-03-02T09:01:00.000Z', by: 'ana', ...letter });
});

test('R-150 A message that failed, or of which nobody knows, says the cause', () => {
  const waiting = evolveMessage(undefined, { ...queued, ...stamp(1) });
  for (const state of ['failed', 'unknown'] as const)
    expect(
      evolveMessage(waiting, { type: `message.${state}`, messageId: 'm1', conversationId: 'v1', cause: 'No such address.', ...stamp(2) }),
    ).toMatchObject({ state, cause: 'No such address.', version: 2, ...letter });
});

test('R-136 A message that came in is received at once', () =>
  expect(evolveMessage(undefined, { ...queued, type: 'message.received', ...stamp(1) } as never)).toMatchObject({ direction: 'in', state: 'received' }));

test('R-167 A try that was entered by hand names who entered it, its address and its result', () =>
  expect(
    evolveAttempt(undefined, {
      type: 'attempt.logged',
      attemptId: 'a1',
      conversationId: 'v1',
      channel: 'call',
      result: 'no-answer',
      personal: { address: '+44 20 7946 0958', remark: 'Rang ten times' },
      ...stamp(1),
    }),
  ).toEqual({
    id: 'a1',
    version: 1,
    conversationId: 'v1',
    channel: 'call',
    result: 'no-answer',
    address: '+44 20 7946 0958',
    remark: 'Rang ten times',
    by: 'ana',
    at: '2026-03-02T09:01:00.000Z',
  }));
