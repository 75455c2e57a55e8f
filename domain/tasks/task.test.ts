import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recorded } from '../event.ts';
import { cardOf, evolveCard, SHOWN_IN_LISTS, type TaskCard } from './card.ts';
import { waitingChange } from './tally.ts';
import { evolveTask, type Task, type TaskEvent } from './task.ts';

const summary = { origin: 'built-in' as const, lines: [], chips: [], messages: 1 };
const OPENED: TaskEvent = {
  type: 'task.opened',
  taskId: 't1',
  customerId: 'c1',
  conversationId: 'v1',
  queueId: 'q1',
  taskType: 'inquiry',
  rank: 30,
  channel: 'email',
  personal: { subject: 'Boiler', customerName: 'Dana', summary, subTasks: [{ id: 's1', title: 'Find the answer', done: false }] },
};
const CLAIMED: TaskEvent = { type: 'task.claimed', taskId: 't1', queueId: 'q1', slot: 1, wasWaiting: true };
const NOTED: TaskEvent = { type: 'task.noted', taskId: 't1', noteId: 'n1', personal: { discussed: 'Boiler', agreed: 'Tuesday' } };
const ESCALATED: TaskEvent = {
  type: 'task.escalated',
  taskId: 't1',
  queueId: 'q1',
  category: 'billing',
  personal: { issue: 'Charged twice' },
};
const returned = (more: Partial<Extract<TaskEvent, { type: 'task.returned' }>> = {}): TaskEvent => ({
  type: 'task.returned',
  taskId: 't1',
  queueId: 'q1',
  cause: 'agent',
  from: 'ana',
  nowWaiting: true,
  ...more,
});

const recorded = (event: TaskEvent, version: number, by = 'ana'): Recorded<TaskEvent> => ({
  ...event,
  by,
  version,
  at: new Date(Date.UTC(2026, 2, 2, 9, version)).toISOString(),
});
const after = (...events: TaskEvent[]): Task =>
  events.reduce<Task | undefined>((task, event, at) => evolveTask(task, recorded(event, at + 1)), undefined) as Task;

describe('R-043 A task is held by whoever claimed it, from then on', () => {
  test('R-043 A new task waits and has no holder', () =>
    expect(after(OPENED)).toMatchObject({ status: 'waiting', notes: [], version: 1, idleReturns: 0 }));

  test('R-043 A claimed task has its holder and the moment of the claim', () =>
    expect(after(OPENED, CLAIMED)).toMatchObject({ status: 'held', heldBy: 'ana', heldSince: '2026-03-02T09:02:00.000Z', version: 2 }));

  test('R-051 A returned task waits again and nobody holds it', () => {
    const task = after(OPENED, CLAIMED, returned());
    expect(task).toMatchObject({ status: 'waiting', idleReturns: 0 });
    expect([task.heldBy, task.heldSince, task.returnsAt]).toEqual([undefined, undefined, undefined]);
  });
});

test('R-088 A task lost to inactivity keeps its notes and sub-tasks, and counts the loss', () =>
  expect(after(OPENED, CLAIMED, NOTED, returned({ cause: 'inactivity' }))).toMatchObject({
    idleReturns: 1,
    notes: [{ id: 'n1', by: 'ana', discussed: 'Boiler', agreed: 'Tuesday' }],
    subTasks: [{ id: 's1', done: false }],
  }));

test('R-083 The question whether the agent is there stands until they answer', () => {
  const warned: TaskEvent = { type: 'task.warned', taskId: 't1', returnsAt: '2026-03-02T09:10:00.000Z' };
  const task = evolveTask(after(OPENED, CLAIMED), recorded(warned, 3, 'clock'));
  expect(task.returnsAt).toBe('2026-03-02T09:10:00.000Z');
  expect(evolveTask(task, recorded({ type: 'task.summarised', taskId: 't1', personal: { summary } }, 4, 'system')).returnsAt).toBeDefined();
  expect(evolveTask(task, recorded({ type: 'task.continued', taskId: 't1' }, 4)).returnsAt).toBeUndefined();
  expect(evolveTask(task, recorded(NOTED, 4)).returnsAt).toBeUndefined();
});

test('R-175 A sub-task is added, ticked, unticked and removed by its own name only', () => {
  const added: TaskEvent = { type: 'task.subTaskAdded', taskId: 't1', subTaskId: 's2', personal: { title: 'Call back' } };
  const tick = (done: boolean): TaskEvent => ({ type: 'task.subTaskTicked', taskId: 't1', subTaskId: 's2', done });
  const gone: TaskEvent = { type: 'task.subTaskRemoved', taskId: 't1', subTaskId: 's1' };
  const marks = (task: Task) => task.subTasks.map(({ id, done }) => [id, done]);
  expect(marks(after(OPENED, CLAIMED, added, tick(true)))).toEqual([['s1', false], ['s2', true]]);
  expect(marks(after(OPENED, CLAIMED, added, tick(true), tick(false), gone))).toEqual([['s2', false]]);
});

test('R-219 An escalated task leaves its agent and waits for the account team, also after a return', () => {
  const task = after(OPENED, CLAIMED, ESCALATED);
  expect(task).toMatchObject({ status: 'escalated', heldBy: undefined, escalation: { category: 'billing', issue: 'Charged twice', by: 'ana' } });
  const again = { ...CLAIMED, wasWaiting: false } as TaskEvent;
  expect(after(OPENED, CLAIMED, ESCALATED, again, returned({ nowWaiting: false }))).toMatchObject({ status: 'escalated', escalation: { issue: 'Charged twice' } });
});

test('R-233 A closed task keeps its reason and nobody holds it', () =>
  expect(after(OPENED, CLAIMED, { type: 'task.closed', taskId: 't1', queueId: 'q1', reason: 'booked-job' })).toMatchObject({
    status: 'closed',
    closeReason: 'booked-job',
    closedAt: '2026-03-02T09:03:00.000Z',
    heldBy: undefined,
  }));

/** What may happen to a task, in an order that the desk would let happen. */
const days = fc.array(fc.nat(7), { maxLength: 40 }).map((picks) => {
  const events: TaskEvent[] = [OPENED];
  for (const [at, pick] of picks.entries()) {
    const task = after(...events);
    if (task.status === 'closed') break;
    if (task.status !== 'held') {
      events.push({ ...CLAIMED, wasWaiting: task.status === 'waiting' } as TaskEvent);
      continue;
    }
    events.push(
      [
        { ...NOTED, noteId: `n${at}` } as TaskEvent,
        { type: 'task.subTaskAdded', taskId: 't1', subTaskId: `s${at + 2}`, personal: { title: 'Call back' } } as TaskEvent,
        { type: 'task.subTaskTicked', taskId: 't1', subTaskId: 's1', done: true } as TaskEvent,
        returned({ nowWaiting: !task.escalation, cause: at % 2 ? 'inactivity' : 'agent' }),
        { type: 'task.warned', taskId: 't1', returnsAt: '2026-03-02T23:00:00.000Z' } as TaskEvent,
        ESCALATED,
        { type: 'task.summarised', taskId: 't1', personal: { summary: { ...summary, messages: at } } } as TaskEvent,
        { type: 'task.closed', taskId: 't1', queueId: 'q1', reason: 'booked-job' } as TaskEvent,
      ][pick] as TaskEvent,
    );
  }
  return events;
});

test('R-088 R-169 Whatever happens to a task, no note is ever lost or changed', () =>
  fc.assert(
    fc.property(days, (events) => {
      let known: Task['notes'] = [];
      for (let count = 1; count <= events.length; count += 1) {
        const { notes } = after(...events.slice(0, count));
        expect(notes.slice(0, known.length)).toEqual(known);
        known = notes;
      }
      expect(known).toHaveLength(events.filter(({ type }) => type === 'task.noted').length);
    }),
  ));

test('R-043 Whatever happens to a task, it has a holder exactly while it is held', () =>
  fc.assert(
    fc.property(days, (events) => {
      const task = after(...events);
      expect([task.heldBy !== undefined, task.heldSince !== undefined]).toEqual(Array(2).fill(task.status === 'held'));
    }),
  ));

test('R-050 A card shows the same as its task, though a list hears notes and sub-tasks without their words', () =>
  fc.assert(
    fc.property(days, (events) => {
      let card: TaskCard | undefined;
      for (const [at, event] of events.entries()) {
        const { personal, ...outline } = { personal: undefined, ...recorded(event, at + 1) };
        card = evolveCard(card, (SHOWN_IN_LISTS.includes(event.type) ? { ...outline, personal } : outline) as Recorded<TaskEvent>);
      }
      expect(card).toEqual(cardOf(after(...events)));
    }),
  ));

test('R-054 The number of waiting tasks follows from what happened', () =>
  fc.assert(
    fc.property(days, (events) => {
      const waiting = events.reduce((sum, event) => sum + (waitingChange(event)?.by ?? 0), 0);
      expect(waiting).toBe(after(...events).status === 'waiting' ? 1 : 0);
      expect(events.every((event) => (waitingChange(event)?.queueId ?? 'q1') === 'q1')).toBe(true);
    }),
  ));
