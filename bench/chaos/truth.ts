import { partsOf } from '@firstline/server/parts.ts';
import { canonical, eventOf, faultIn, FIRST_HASH, type Entry, type Sealed } from '@firstline/server/platform/journal.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { fromRow } from '@firstline/server/platform/store.ts';
import { taskStore } from '@firstline/server/tasks/stores.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { PoolClient } from 'pg';
import { grouped } from '../numbers.ts';

const parts = partsOf({ build: 'chaos', url: 'http://localhost' });

export type Truth = {
  /** Entries of the journal, and how many of them have no number yet. */
  told: number;
  unsealed: number;
  byCommand: Map<string, Entry[]>;
  answers: Map<string, { status: number; answer: string }>;
  /** Message-ID → how often it came in. */
  received: Map<string, number>;
  /** Mails of ours: Message-ID → state. */
  sent: Map<string, string>;
  faults: string[];
  /** Jobs that are due and wait, or were taken for a minute by somebody who may be dead; timers of later are none. */
  pendingJobs: number;
};

/** Looks at everything the database says of itself, as it stands at one moment: the desk goes on meanwhile. */
export const truthOf = async (url: string): Promise<Truth> => {
  const pool = connect(url, { size: 1, applicationName: 'firstline chaos' });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only; set local statement_timeout = 0');
    return await read(client);
  } finally {
    client.release(true);
    await pool.end();
  }
};

const read = async (client: PoolClient): Promise<Truth> => {
  const { rows: journal } = await client.query<Sealed>('select * from journal order by seq');
  const { rows: inbox } = await client.query<Entry>('select * from journal_inbox order by id');
  const { rows: commands } = await client.query<{ id: string; status: number; answer: string }>('select id, status, answer from commands');
  const { rows: received } = await client.query<{ rfc_id: string; n: number }>(
    `select rfc_id, count(*) as n from messages where direction = 'in' group by 1`,
  );
  const { rows: sent } = await client.query<{ rfc_id: string; state: string }>(`select rfc_id, state from messages where direction = 'out'`);
  const { rows: jobs } = await client.query<{ n: number }>(`select count(*) as n from jobs where name <> 'tasks.idle' and due_at < desk_now() + interval '90 seconds'`);
  const fault = faultIn(journal, 0, FIRST_HASH);
  return {
    told: journal.length + inbox.length,
    unsealed: inbox.length,
    byCommand: grouped<Entry>([...journal, ...inbox], ({ command_id }) => command_id),
    answers: new Map(commands.map(({ id, ...said }) => [id, said])),
    received: new Map(received.map(({ rfc_id, n }) => [rfc_id, n])),
    sent: new Map(sent.map(({ rfc_id, state }) => [rfc_id, state])),
    faults: [
      ...(fault ? [`the journal: ${fault}`] : []),
      ...(await rowFaults(client, [...journal, ...inbox])),
      ...(await counterFaults(client, inbox)),
      ...(await holderFaults(client)),
      ...claimFaults([...journal, ...inbox]),
    ],
    pendingJobs: jobs[0]?.n ?? 0,
  };
};

/** What the journal tells of each subject from its first event on, against its row. */
const rowFaults = async (client: PoolClient, journal: readonly Entry[]): Promise<string[]> => {
  const told = grouped(journal, ({ subject, subject_id }) => `${subject} ${subject_id}`);
  const faults: string[] = [];
  for (const store of parts.stores) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${store.table}`);
    for (const row of rows) {
      const key = `${store.kind} ${String(row.id)}`;
      const events = told.get(key) ?? [];
      told.delete(key);
      const replayed = events.reduce((state: unknown, entry) => store.evolve(state, eventOf(entry)) as unknown, undefined);
      if (canonical(replayed ?? null) !== canonical(fromRow(store, row))) faults.push(`${key}: the row is not what the journal tells`);
    }
  }
  const lost = [...told.keys()].filter((key) => parts.stores.some(({ kind }) => key.startsWith(`${kind} `)));
  return [...faults, ...lost.map((key) => `${key}: the journal tells of it and there is no row`)];
};

/** The badges, with what the entries without a number will still add to them. */
const counterFaults = async (client: PoolClient, inbox: readonly Entry[]): Promise<string[]> => {
  const { rows } = await client.query<{ topic: string; name: string; counted: number; there: number }>(
    `select topic, name, coalesce(n, 0) as counted, coalesce(there, 0) as there
     from (select * from counters where topic like 'queue:%') as counters full join (
       select 'queue:' || queue_id as topic, 'waiting' || coalesce(' ' || task_type, '') as name, count(*) as there
       from tasks where status = 'waiting' group by grouping sets ((queue_id), (queue_id, task_type))) as rows using (topic, name)`,
  );
  const toCome = inbox.flatMap((entry) => parts.tally(eventOf(entry)));
  return rows.flatMap(({ topic, name, counted, there }) => {
    const badge = toCome.reduce((sum, step) => sum + (step.topic === topic && step.name === name ? step.by : 0), counted);
    return badge === there ? [] : [`${topic} ${name}: the badge says ${badge}, ${there} wait`];
  });
};

const holderFaults = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ held_by: string; n: number }>(`select held_by, count(*) as n from tasks where status = 'held' group by 1 having count(*) > 1`);
  return rows.map(({ held_by, n }) => `${held_by} holds ${n} tasks`);
};

/** Somebody who claimed a task that another one held: two people then believed in it. */
const claimFaults = (journal: readonly Entry[]): string[] =>
  [...grouped(journal.filter(({ subject }) => subject === taskStore.kind), ({ subject_id }) => subject_id)].flatMap(([id, told]) => {
    let task: Task | undefined;
    return told.flatMap((entry) => {
      const event = eventOf(entry) as Recorded<TaskEvent>;
      const holder = task?.status === 'held' ? task.heldBy : undefined;
      task = taskStore.evolve(task, event);
      return event.type === 'task.claimed' && holder ? [`task ${id}: ${event.by} claimed it while ${holder} held it`] : [];
    });
  });
