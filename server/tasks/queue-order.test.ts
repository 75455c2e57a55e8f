import type { Actor } from '@firstline/domain/desk/role.ts';
import type { QueuePage } from '@firstline/contract/tasks.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setNeedsOf } from '@firstline/testing/at-work.ts';
import { setCriticality } from './commands/set-criticality.ts';
import { waiting } from './queries/waiting.ts';

let desk: TestDesk;
let queueId: string;
let ana: Actor;
beforeEach(async () => {
  desk = await openDesk();
  queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
});
afterEach(() => desk.close());

const mail = async (name: string, text: string): Promise<void> => {
  await customerMails(desk, { ...letter(`${name}@customer.example`, text), fromName: name, subject: 'Hello' });
  await desk.settle();
  await desk.passes(60);
};
const page = (more: Partial<Parameters<typeof waiting.answer>[1]> = {}): Promise<QueuePage> =>
  waiting.answer(desk, { order: 'priority', limit: 50, ...more }, ana) as Promise<QueuePage>;
const names = async (more = {}) => (await page(more)).cards.map(({ customerName }) => customerName);
const QUESTION = 'What does a visit cost?';

test('R-045 R-046 R-047 The queue stands by criticality, then kind, then age with the oldest first', async () => {
  await mail('late-question', QUESTION);
  await mail('complaint', 'I want to complain about yesterday.');
  await mail('newer-question', QUESTION);
  await mail('critical-question', 'What do we do about the outage?');
  expect(await names()).toEqual(['critical-question', 'complaint', 'late-question', 'newer-question']);
  expect(await names({ order: 'oldest' })).toEqual(['late-question', 'complaint', 'newer-question', 'critical-question']);

  // Read page by page, the order is the same.
  const read: string[] = [];
  for (let after: string | undefined, n = 0; n < 5; n += 1) {
    const part = await page({ limit: 1, ...(after && { after }) });
    read.push(...part.cards.map(({ customerName }) => customerName));
    after = part.next;
    if (!after) break;
  }
  expect(read).toEqual(['critical-question', 'complaint', 'late-question', 'newer-question']);
});

test('R-045 An agent says why a task is more critical, a supervisor need not; it then stands first, and the history tells it', async () => {
  await mail('first', 'I want to complain about yesterday.');
  await mail('second', QUESTION);
  const taskId = (await page()).cards[1]?.id ?? '';
  expect(await desk.ask(setCriticality, { taskId, criticality: 'critical' }, ana)).toMatchObject({
    status: 422,
    refused: [{ rule: 'another-criticality-has-its-reason' }],
  });
  await desk.done(setCriticality, { taskId, criticality: 'critical', reason: 'Their shop is closed.' }, ana);
  expect(await names()).toEqual(['second', 'first']);

  const sue = await desk.person('Sue Park', ['supervisor'], []);
  const done = await desk.done(setCriticality, { taskId, criticality: 'low' }, sue);
  expect(done).toMatchObject([{ type: 'task.criticalitySet', criticality: 'low', by: sue.id }]);
  expect(await names()).toEqual(['first', 'second']);
  expect(await desk.done(setCriticality, { taskId, criticality: 'low' }, sue)).toEqual([]);
  expect(await desk.ask(setCriticality, { taskId, criticality: 'made-up' }, sue)).toEqual({ status: 404 });
});

test('R-045 What comes into a critical queue is critical', async () => {
  const max = await desk.person('Max Boss', ['administrator']);
  await setNeedsOf(desk, { queueId, criticality: 'high', skills: [] }, max);
  await mail('plain', QUESTION);
  expect((await page()).cards[0]).toMatchObject({ criticality: 'high', rank: 200_030 });
});
