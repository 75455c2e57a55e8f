import type { Workspace } from '@firstline/contract/tasks.ts';
import { describe, expect, test } from 'vitest';
import type { LiveEntry } from '../platform/live-cache.ts';
import { evolveWorkspace } from './workspace-live.ts';

const me = { id: 'ana', name: 'Ana Reyes' };
const summary = { origin: 'built-in' as const, lines: [], chips: [], messages: 1 };
const known: Workspace = {
  seq: 10,
  task: { id: 't1', version: 2, customerId: 'c1', conversationId: 'v1', queueId: 'q1', taskType: 'inquiry', criticality: 'normal', rank: 300_030, channel: 'email', subject: 'Heat', customerName: 'Dana', status: 'held', heldBy: 'ben', heldSince: '2026-01-01T10:00:00.000Z', openedAt: '2026-01-01T09:00:00.000Z', summary, subTasks: [], notes: [], idleReturns: 0 },
  customer: { id: 'c1', version: 1, name: 'Dana', emails: [], phones: [], accounts: [], absorbed: [], metAt: '2026-01-01T09:00:00.000Z' },
  conversation: { id: 'v1', version: 1, customerId: 'c1', queueId: 'q1', channel: 'email', subject: 'Heat', address: 'd@x.example', ours: 'us@x.example', status: 'open', openedAt: '2026-01-01T09:00:00.000Z' },
  messages: [],
  attempts: [],
  appointments: [],
  drafts: [],
  names: { ben: 'Ben' },
};
const entry = (kind: string, id: string, version: number, event: object, by = 'ben'): LiveEntry =>
  ({ seq: 11, kind, id, event: { at: '2026-01-01T10:05:00.000Z', by, version, ...event } }) as unknown as LiveEntry;
const letter = { from: 'us@x.example', to: 'd@x.example', subject: 'Re: Heat', text: 'We come today.' };
const queued = entry('message', 'm1', 1, { type: 'message.queued', messageId: 'm1', conversationId: 'v1', channel: 'email', rfcId: '<1>', personal: letter });
const sent = entry('message', 'm1', 2, { type: 'message.sent', messageId: 'm1', conversationId: 'v1' });

const hear = (...entries: LiveEntry[]) =>
  entries.reduce((so, each) => evolveWorkspace(me)(so.data, each, {}), evolveWorkspace(me)(known, entry('task', 'other', 9, { type: 'task.continued' }), {}));

describe('R-136 A task on the screen evolves by what happens to it', () => {
  test('A mail on its way out is a message and a try, and both learn that it was sent', () => {
    const { data, again } = hear(queued, sent);
    expect(again).toBeUndefined();
    expect(data.messages).toMatchObject([{ id: 'm1', state: 'sent', text: 'We come today.', version: 2 }]);
    expect(data.attempts).toEqual([{ id: 'm1', channel: 'email', address: 'd@x.example', at: '2026-01-01T10:05:00.000Z', by: 'ben', result: 'sent', byHand: false }]);
  });

  test('What was heard before changes nothing; what was missed is asked for', () => {
    const { data } = hear(queued);
    expect(evolveWorkspace(me)(data, queued, {})).toEqual({ data });
    expect(hear(entry('task', 't1', 2, { type: 'task.continued', taskId: 't1' })).data).toBe(known);
    expect(hear(entry('task', 't1', 4, { type: 'task.continued', taskId: 't1' }))).toEqual({ data: known, again: 'soon' });
    expect(hear(sent)).toEqual({ data: known, again: 'soon' });
  });

  test('A note heard in outline, without its words, is asked for', () => {
    const note = { type: 'task.noted', taskId: 't1', noteId: 'n1' };
    expect(hear(entry('task', 't1', 3, note))).toEqual({ data: known, again: 'soon' });
    expect(hear(entry('task', 't1', 3, { ...note, personal: { discussed: 'Heat' } })).data.task.notes).toHaveLength(1);
  });

  test('A try entered by hand appears once, and the name of a new colleague is asked for', () => {
    const tried = entry('attempt', 'a1', 1, { type: 'attempt.logged', attemptId: 'a1', conversationId: 'v1', channel: 'call', result: 'no-answer', personal: { address: '+1 555', remark: 'rang out' } }, 'mia');
    const { data, again } = hear(tried);
    expect(data.attempts).toMatchObject([{ byHand: true, cause: 'rang out' }]);
    expect(again).toBe('soon');
    expect(evolveWorkspace(me)(data, tried, {}).data).toBe(data);
  });

  test('My own name is known without asking', () => {
    const returned = entry('task', 't1', 3, { type: 'task.returned', taskId: 't1', queueId: 'q1', cause: 'agent', from: 'ben', nowWaiting: true });
    const claimed = entry('task', 't1', 4, { type: 'task.claimed', taskId: 't1', queueId: 'q1', slot: 1, wasWaiting: true }, 'ana');
    const { data, again } = hear(returned, claimed);
    expect(data.task).toMatchObject({ status: 'held', heldBy: 'ana' });
    expect(data.names.ana).toBe('Ana Reyes');
    expect(again).toBeUndefined();
  });

  test('Other threads and other customers are none of its business', () => {
    expect(hear(entry('conversation', 'v2', 2, { type: 'conversation.closed', conversationId: 'v2' })).data).toBe(known);
    expect(hear(entry('conversation', 'v1', 2, { type: 'conversation.closed', conversationId: 'v1' })).data.conversation.status).toBe('closed');
    expect(hear(entry('customer', 'c1', 2, { type: 'customer.named', customerId: 'c1', personal: { name: 'Dana Field' } })).data.customer.name).toBe('Dana Field');
  });
});
