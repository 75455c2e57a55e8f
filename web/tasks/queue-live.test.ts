import type { Recorded } from '@firstline/domain/event.ts';
import { cardOf, SHOWN_IN_LISTS, type TaskCard } from '@firstline/domain/tasks/card.ts';
import { TEAMS } from '@firstline/domain/tasks/escalation-lists.ts';
import { evolveTask, type Task, type TaskEvent } from '@firstline/domain/tasks/task.ts';
import { waitingChange } from '@firstline/domain/tasks/tally.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolveBadges } from './badges-live.ts';
import { evolveMine } from './mine-live.ts';
import { evolveQueueList, joined, type QueueList } from './queue-live.ts';
import { inOrder, type QueueOrder } from './queue-order.ts';

const agent = { id: 'ana', name: 'Ana', roles: ['agent'] as const };
const accountTeam = { ...agent, roles: ['account-team'] as const };
const backOffice = { ...agent, roles: ['back-office'] as const };

type Act = { act: 'open' | 'claim' | 'return' | 'escalate' | 'close' | 'note' | 'summarise' | 'park' | 'rerank'; pick: number; rank: number; queue: 'q1' | 'q2' };
const acts = fc.array(
  fc.record<Act>({
    act: fc.constantFrom('open', 'open', 'claim', 'return', 'escalate', 'close', 'note', 'summarise', 'park', 'rerank'),
    pick: fc.nat(30),
    rank: fc.constantFrom(10, 20),
    queue: fc.constantFrom('q1', 'q2'),
  }),
  { maxLength: 60 },
);

/** A little desk: what its rows would say, and the entries its journal would push to somebody who sees the queues. */
const littleDesk = () => {
  const tasks = new Map<string, Task>();
  let seq = 0;
  const happen = (id: string, event: TaskEvent, by = 'ana') => {
    const version = (tasks.get(id)?.version ?? 0) + 1;
    seq += 1;
    const recorded = { ...event, by, version, at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString() } as Recorded<TaskEvent>;
    tasks.set(id, evolveTask(tasks.get(id), recorded));
    const { personal, ...outline } = recorded as Recorded<TaskEvent> & { personal?: object };
    const pushed = SHOWN_IN_LISTS.includes(event.type) ? { ...outline, personal } : outline;
    return { seq, kind: 'task', id, event: pushed as never };
  };
  const play = ({ act, pick, rank, queue: queueId }: Act) => {
    const task = [...tasks.values()][pick % (tasks.size || 1)];
    if (act === 'open' || !task) {
      const taskId = `t${tasks.size + 1}`;
      const personal = { subject: taskId, customerName: 'Dana', summary: { origin: 'built-in' as const, lines: [], chips: [], messages: 1 }, subTasks: [] };
      return happen(taskId, { type: 'task.opened', taskId, customerId: 'c', conversationId: `c-${taskId}`, queueId, taskType: 'inquiry', rank, channel: 'email', personal }, 'system');
    }
    const [taskId, of] = [task.id, { taskId: task.id, queueId: task.queueId }];
    if (act === 'summarise') return happen(taskId, { type: 'task.summarised', taskId, personal: { summary: { ...task.summary, messages: pick } } });
    if (task.status === 'closed') return undefined;
    if (act === 'rerank') return happen(taskId, { type: 'task.reranked', ...of, rank: 300_000 + rank + pick });
    if (task.status === 'parked') return act === 'return' ? happen(taskId, { type: 'task.cameBack', ...of, cause: 'reply', to: 'ana', nowWaiting: !task.escalation, ...(pick % 2 && { slot: 1, nowWaiting: false }) }) : undefined;
    if (task.status !== 'held') return act === 'claim' ? happen(taskId, { type: 'task.claimed', ...of, slot: 1, wasWaiting: task.status === 'waiting' }) : undefined;
    if (act === 'park') return happen(taskId, { type: 'task.parked', ...of, from: 'ana', until: '2026-02-01T09:00:00.000Z' });
    if (act === 'return') return happen(taskId, { type: 'task.returned', ...of, cause: 'agent', from: 'ana', nowWaiting: !task.escalation });
    if (act === 'escalate') return happen(taskId, { type: 'task.escalated', ...of, category: 'billing', teamId: pick % 2 ? 'back-office' : 'account-team', personal: { issue: 'x' } });
    if (act === 'close') return happen(taskId, { type: 'task.closed', ...of, reason: 'booked-job' });
    return happen(taskId, { type: 'task.noted', taskId, noteId: `n${seq}`, personal: { discussed: 'x' } });
  };
  const cards = () => [...tasks.values()].map(cardOf);
  return { play, cards, seq: () => seq };
};

const pageOf = (desk: ReturnType<typeof littleDesk>, shown: (card: TaskCard) => boolean, order: QueueOrder, limit: number): QueueList => {
  const all = desk.cards().filter(shown).sort(inOrder(order));
  return { seq: desk.seq(), cards: all.slice(0, limit), next: all.length > limit ? 'more' : undefined, names: {} };
};

test.each([
  { who: agent, order: 'priority', queueId: undefined },
  { who: agent, order: 'oldest', queueId: 'q1' },
  { who: agent, order: 'newest', queueId: undefined },
  { who: accountTeam, order: 'priority', queueId: 'q2' },
  { who: backOffice, order: 'oldest', queueId: undefined },
] as const)('A queue list that heard all events shows what a fresh one would: $order, $queueId, $who.roles', ({ who, order, queueId }) => {
  const shown = (card: TaskCard) =>
    (card.status === 'waiting' || (card.status === 'escalated' && card.teamId === who.roles[0])) && (!queueId || card.queueId === queueId);
  fc.assert(
    fc.property(acts, acts, fc.integer({ min: 1, max: 6 }), (before, after, limit) => {
      const desk = littleDesk();
      before.forEach(desk.play);
      let list = pageOf(desk, shown, order, limit);
      // The next page starts behind this card, even after the card itself is gone.
      let until = list.cards.at(-1);
      for (const act of after) {
        const entry = desk.play(act);
        const evolved = entry && evolveQueueList(who, () => TEAMS)(list, entry, { order, queueId });
        if (!evolved) continue;
        list = evolved.again ? pageOf(desk, shown, order, limit) : evolved.data;
        if (evolved.again) until = list.cards.at(-1);
      }
      const fresh = desk.cards().filter(shown).sort(inOrder(order));
      const isRead = (card: TaskCard) => !list.next || (until !== undefined && inOrder(order)(card, until) <= 0);
      expect(list.cards).toEqual(fresh.filter(isRead));
    }),
  );
});

test('A further page is joined behind the first, without what left meanwhile', () => {
  const desk = littleDesk();
  for (const pick of [1, 2, 3, 4]) desk.play({ act: 'open', pick, rank: 10, queue: 'q1' });
  const list = pageOf(desk, () => true, 'oldest', 2);
  const rest = desk.cards().slice(2);
  const entry = desk.play({ act: 'claim', pick: 1, rank: 10, queue: 'q1' });
  const claimed = entry && evolveQueueList(agent, () => TEAMS)(list, entry, { order: 'oldest' }).data;
  const whole = joined(claimed ?? list, { seq: 9, cards: [...list.cards.slice(1), ...rest], names: { ben: 'Ben' } });
  expect(whole.cards.map(({ id }) => id)).toEqual(['t1', 't3', 't4']);
  expect(whole).toMatchObject({ next: undefined, names: { ben: 'Ben' } });
});

test('A task that comes back and was never on this screen has to be asked for', () => {
  const desk = littleDesk();
  for (const act of ['open', 'claim'] as const) desk.play({ act, pick: 0, rank: 10, queue: 'q1' });
  const list = pageOf(desk, ({ status }) => status === 'waiting', 'priority', 5);
  const back = desk.play({ act: 'return', pick: 0, rank: 10, queue: 'q1' });
  expect(back && evolveQueueList(agent, () => TEAMS)(list, back, {})).toEqual({ data: list, again: 'soon' });
});

test('R-060 Of kinds and queues that one may not take nothing is counted; what changes that is asked for', () => {
  const badges = { seq: 1, waiting: { q1: 2 }, queueIds: ['q1'], taskTypes: ['inquiry'] };
  const opened = (of: object, type = 'task.opened') => evolveBadges(badges, { seq: 2, kind: 'task', id: 't', event: { type, ...of } as never }, {});
  expect(opened({ queueId: 'q1', taskType: 'inquiry' }).data).toMatchObject({ seq: 2, waiting: { q1: 3 } });
  for (const of of [{ queueId: 'q1', taskType: 'complaint' }, { queueId: 'q2', taskType: 'inquiry' }]) expect(opened(of)).toEqual({ data: badges });
  expect(opened({ queueId: 'q1' })).toEqual({ data: badges, again: 'soon' });
  expect(opened({}, 'person.skillsSet')).toEqual({ data: badges, again: 'soon' });
});

test('Counts and my work follow the same events', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const desk = littleDesk();
      let badges = { seq: 0, waiting: {} as Record<string, number>, queueIds: ['q1', 'q2'] };
      let mine = { seq: 0, held: [] as TaskCard[], parked: [] as TaskCard[], recent: [] as TaskCard[] };
      for (const act of all) {
        const entry = desk.play(act);
        if (!entry) continue;
        badges = evolveBadges(badges, entry, {}).data;
        // The same entry again, as after a break of the line, counts once.
        badges = evolveBadges(badges, { ...entry, seq: badges.seq }, {}).data;
        const evolved = evolveMine(agent)(mine, entry, {});
        const isParked = (card: TaskCard) => card.status === 'parked' || card.reservedFor === 'ana';
        mine = evolved.again ? { ...mine, held: desk.cards().filter(({ status }) => status === 'held'), parked: desk.cards().filter(isParked) } : evolved.data;
        expect(mine.parked.map(({ id }) => id).sort()).toEqual(desk.cards().filter(isParked).map(({ id }) => id).sort());
      }
      const waiting = desk.cards().filter(({ status }) => status === 'waiting');
      for (const queue of ['q1', 'q2']) expect(badges.waiting[queue] ?? 0).toBe(waiting.filter(({ queueId }) => queueId === queue).length);
      expect(mine.held.map(({ id }) => id).sort()).toEqual(desk.cards().filter(({ status }) => status === 'held').map(({ id }) => id).sort());
    }),
  );
  expect(waitingChange({ type: 'task.continued', taskId: 't' })).toBeUndefined();
});
