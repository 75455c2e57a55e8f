import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { customerMails, letter } from '@firstline/testing/cases.ts';
import { moveClock } from '@firstline/testing/database.ts';
import { ENDING } from '@firstline/testing/at-work.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usePost } from '../conversations/index.ts';
import { fromRow } from '../platform/store.ts';
import { taskStore } from './stores.ts';
import { ACTS, ask, look, type Act, type Known, type Said, type Step } from './task-model.trials.ts';

const RUNS = Number(process.env.MODEL_RUNS ?? 8);
const START = '2026-03-02T09:00:00.000Z';
const CUSTOMERS = ['dana', 'eli', 'fay'];

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof({ weight: 4, arbitrary: fc.constant<Act>('claim') }, { weight: 2, arbitrary: fc.constant<Act>('note') }, { weight: 2, arbitrary: fc.constant<Act>('timePasses') }, { weight: 16, arbitrary: fc.constantFrom(...ACTS) }),
  who: fc.nat(2),
  thread: fc.nat(CUSTOMERS.length - 1),
  pick: fc.nat(5),
});

test('R2 Whatever several people do in whatever order, the desk answers and ends as a model of it does', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const desk = await openDay();
      try {
        for (const [n, one] of steps.entries()) {
          const { said, expected } = await desk.take(one);
          expect(said, `step ${n + 1}: ${JSON.stringify(one)}`).toEqual(expected);
          expect(await desk.seen(), `after step ${n + 1}: ${JSON.stringify(one)}`).toEqual(desk.known());
        }
        expect(await desk.counted()).toBe(desk.known().filter(({ status }) => status === 'waiting').length);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: RUNS, examples: EXAMPLES, interruptAfterTimeLimit: RUNS * 8000 },
  ), RUNS * 8000 + 60_000);

const day = (...acts: [Act, pick?: number][]): [Step[]] => [acts.map(([act, pick = 1]) => ({ act, who: 0, thread: 0, pick }))];

/** What chance seldom brings about: work while the desk asks whether anybody is there, and a day from its start to its end. */
const EXAMPLES = [
  day(['claim'], ['view'], ['timePasses', 3], ['reply'], ['timePasses', 0], ['timePasses', 3], ['timePasses', 5]),
  day(['claim'], ['timePasses', 3], ['logAttempt'], ['timePasses', 3], ['continue'], ['note'], ['resolve'], ['customerWrites'], ['claim']),
];

/** A desk whose clock stands still but for one second before each step, and the model beside it. */
const openDay = async () => {
  const desk = await openDesk();
  usePost(desk, () => Promise.resolve({ went: 'taken' }));
  await desk.pool.query(
    `create or replace function desk_now() returns timestamptz language sql stable as
     $$ select timestamptz '${START}' + (select offset_ms from test_clock) * interval '1 millisecond' $$`,
  );
  const queueId = await desk.queue();
  const people = [
    await desk.person('Ana Reyes', ['agent'], [queueId]),
    await desk.person('Ben Sato', ['agent'], [queueId]),
    await desk.person('Lea Moss', ['agent', 'account-team'], [queueId]),
  ];
  let now = 0;
  const passes = async (seconds: number): Promise<void> => {
    now += seconds;
    await moveClock(desk.pool, seconds * 1000);
  };
  const threads: { first: ReturnType<typeof letter>; taskId: string; task: Known }[] = [];
  const tasks = (): Known[] => threads.map(({ task }) => task);

  for (const [n, name] of CUSTOMERS.entries()) {
    const text = n === 2 ? 'This is unacceptable. I want to complain about the bad service.' : undefined;
    const first = letter(`${name}@customer.example`, text);
    await customerMails(desk, first);
    await desk.settle();
    threads.push({ first, ...(await opened(desk, name, now)) });
    await passes(1);
  }

  const customerWrites = async (thread: (typeof threads)[number]): Promise<{ said: Said; expected: Said }> => {
    const from = thread.first.from;
    const mail = { ...letter(from, `Any news? ${now}`), answers: [thread.first.rfcId] };
    const done = await customerMails(desk, mail);
    const wasClosed = thread.task.status === 'closed';
    await desk.settle();
    if (wasClosed) {
      const { taskId, task } = await opened(desk, from, now);
      Object.assign(thread, { taskId, task: { ...task, tries: thread.task.tries } });
    }
    thread.task.contactAt = now;
    return { said: { done: done.map(({ type }) => type) }, expected: { done: [...(wasClosed ? ['conversation.reopened'] : []), 'message.received'] } };
  };

  return {
    take: async ({ act, who, thread: n, pick }: Step): Promise<{ said: Said; expected: Said }> => {
      const thread = threads[n] as (typeof threads)[number];
      // Mostly whoever holds the task, or everything would be refused.
      const by = (pick > 0 && people.find(({ id }) => id === thread.task.heldBy)) || (people[who] as Actor);
      await passes(act === 'timePasses' ? 20 + 35 * pick : 1);
      if (act === 'timePasses' || act === 'customerWrites') {
        const both = act === 'customerWrites' ? await customerWrites(thread) : { said: { done: [] }, expected: { done: [] } };
        await desk.settle();
        tasks().forEach((task) => look(task, now));
        return both;
      }
      const subTaskId = thread.task.subTasks[pick]?.id ?? 'nothing';
      const outcome = await desk.ask(commandOf(desk, act), { taskId: thread.taskId, ...inputOf(act, thread.first.from, subTaskId) }, by);
      const done = outcome.status === 200 ? outcome.done : [];
      const added = done.find(({ type }) => type === 'task.subTaskAdded') as { subTaskId?: string } | undefined;
      const said: Said = outcome.status === 422 ? { refused: outcome.refused.map(({ rule }) => rule) } : { done: done.map(({ type }) => type) };
      const expected = ask(tasks(), thread.task, by, act, now, { id: added?.subTaskId ?? subTaskId, done: false });
      await desk.settle();
      tasks().forEach((task) => look(task, now));
      return { said, expected };
    },
    seen: () => Promise.all(threads.map(async ({ taskId }) => shown(await rowOf(desk, taskId)))),
    known: () => tasks().map(({ status, heldBy, returnsAt, subTasks, notedAt, idleReturns, isEscalated }) => ({
      status, heldBy, returnsAt, subTasks, notes: notedAt.length, idleReturns, isEscalated,
    })),
    counted: async () => {
      const { rows } = await desk.pool.query<{ n: number }>(`select n from counters where topic = $1 and name = 'waiting'`, [`queue:${queueId}`]);
      return rows[0]?.n;
    },
    close: desk.close,
  };
};

const rowOf = async (desk: TestDesk, taskId: string): Promise<Task> => {
  const { rows } = await desk.pool.query<Record<string, unknown>>('select * from tasks where id = $1', [taskId]);
  return fromRow<Task>(taskStore, rows[0] ?? {});
};

const shown = ({ status, heldBy, returnsAt, subTasks, notes, idleReturns, escalation }: Task) => ({
  status,
  heldBy,
  returnsAt: returnsAt && (Date.parse(returnsAt) - Date.parse(START)) / 1000,
  subTasks: subTasks.map(({ id, done }) => ({ id, done })),
  notes: notes.length,
  idleReturns,
  isEscalated: escalation !== undefined,
});

/** What a customer's mail has opened: which sub-tasks are proposed and of which kind it is, the model is told. */
const opened = async (desk: TestDesk, customer: string, now: number): Promise<{ taskId: string; task: Known }> => {
  const { rows } = await desk.pool.query<{ id: string }>(
    `select tasks.id from tasks join conversations on conversations.id = conversation_id where address like $1 and tasks.status = 'waiting'`,
    [`${customer.split('@')[0]}@%`],
  );
  const taskId = rows[0]?.id ?? '';
  const { subTasks, taskType } = await rowOf(desk, taskId);
  const fresh = {
    aliveAt: now, isEscalated: false, isWithSupervisors: false, isAnswered: false, notedAt: [], contactAt: now, tries: 0, idleReturns: 0,
    hasRead: false, hasSpoken: false,
  };
  return {
    taskId,
    task: { status: 'waiting', ...fresh, isComplaint: taskType === 'complaint', subTasks: subTasks.map(({ id, done }) => ({ id, done })) },
  };
};

const NAMES: Partial<Record<Act, string>> = {
  replyWithPicture: 'reply', replyToNobody: 'reply', resolveUnreached: 'resolve', resolveWithout: 'resolve',
};

const commandOf = (desk: TestDesk, act: Act) => desk.named(`tasks.${NAMES[act] ?? act}`);

const inputOf = (act: Act, customer: string, subTaskId: string): Record<string, unknown> => {
  const mail = { to: customer, subject: 'Re: Furnace', body: 'We can come on Tuesday.' };
  const inputs: Partial<Record<Act, Record<string, unknown>>> = {
    note: { discussed: 'No heat upstairs.', agreed: 'Two slots offered.' },
    addSubTask: { title: 'Call back' },
    tickSubTask: { subTaskId, done: true },
    removeSubTask: { subTaskId },
    escalate: { category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' },
    handBack: { remark: 'Charged back. Please book the visit.' },
    reply: mail,
    replyWithPicture: { ...mail, body: 'See you 🙂' },
    replyToNobody: { ...mail, to: 'no-reply@customer.example' },
    logAttempt: { channel: 'call', address: '+1 555 010 2231', result: 'no-answer' },
    resolve: { reason: 'provided-information', ...ENDING },
    resolveUnreached: { reason: 'unsuccessful-contact' },
    stayActive: { ago: 0 },
    view: { part: 'summary' },
  };
  return inputs[act] ?? {};
};
