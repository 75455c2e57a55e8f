import { partsOf } from '@firstline/server/parts.ts';
import { allQueues, firstRun } from '@firstline/server/desk/index.ts';
import type { Desk } from '@firstline/server/platform/desk.ts';
import { makeDesk } from '@firstline/server/platform/make-desk.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { migrate } from '@firstline/server/platform/postgres/migrate.ts';
import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { pino } from 'pino';

export type Stocked = { desk: Desk; pool: Pool; queueIds: string[]; tasksInQueue: number; close: () => Promise<void> };

/** A desk on a database of its own beside the first one, with so many tasks waiting in three queues. Nothing runs in it. */
export const stockedDesk = async (serverUrl: string, root: string, name: string, tasks: number): Promise<Stocked> => {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = connect(url.href, { size: 4, applicationName: 'firstline bench' });
  await migrate(pool, { root });
  const desk = makeDesk(pool, pino({ level: 'error' }), partsOf({ build: 'bench', url: 'http://localhost' }));
  await firstRun(desk, { url: 'http://localhost' });
  await openQueues(desk, ['Billing', 'Roofs']);
  const queueIds = (await allQueues(pool)).map(({ id }) => id);
  await stock(url.href, queueIds, tasks);
  return { desk, pool, queueIds, tasksInQueue: Math.floor(tasks / queueIds.length), close: () => pool.end() };
};

const openQueues = async (desk: Desk, names: readonly string[]): Promise<void> => {
  const open = desk.parts.commands.find(({ spec }) => spec.name === 'desk.openQueue');
  for (const name of names) if (open) await desk.run(open, { name }, voice('system'), { commandId: randomUUID() });
};

/** A million rows one by one in a dozen indexes would take minutes: the indexes are made afterwards, as they were. */
const stock = async (url: string, queueIds: readonly string[], tasks: number): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '256MB'; set synchronous_commit = off`);
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'tasks' and indexname <> 'tasks_pkey'`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const share = Math.floor(tasks / queueIds.length);
  for (const [n, queueId] of queueIds.entries()) await manyTasks(client, { queueId, from: n * share + 1, to: (n + 1) * share, alone: true });
  await client.query(`update tasks set status = 'escalated' where right(id, 2) = '07'`);
  for (const { made } of indexes) await client.query(made);
  await client.query('vacuum (analyze) tasks');
  await client.end();
};
