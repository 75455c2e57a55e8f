import type { Desk } from '@firstline/server/platform/desk.ts';
import { makeDesk } from '@firstline/server/platform/make-desk.ts';
import { startEngine, type Engine } from '@firstline/server/platform/engine.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { partsOf } from '@firstline/server/parts.ts';
import { firstRun, allQueues } from '@firstline/server/desk/index.ts';
import type { Actor, Role } from '@firstline/domain/desk/role.ts';
import type { Pool } from 'pg';
import { pino } from 'pino';

export type BenchDesk = { desk: Desk; engine: Engine; pool: Pool; queueId: string; stop: () => Promise<void> };

/** The desk inside this process: its commands, its pool of 16 connections, its sealer. No doors. */
export const benchDesk = async (url: string): Promise<BenchDesk> => {
  const pool = connect(url, { size: 16, applicationName: 'firstline bench' });
  const desk = makeDesk(pool, pino({ level: 'error' }), partsOf({ build: 'bench', url: 'http://localhost' }));
  const engine = await startEngine(desk, url);
  await firstRun(desk, { url: 'http://localhost' });
  const queueId = (await allQueues(pool))[0]?.id ?? '';
  return {
    desk,
    engine,
    pool,
    queueId,
    stop: async () => {
      await engine.stop();
      await pool.end();
    },
  };
};

/** People by the thousand, as rows. Commands would add them one by one. */
export const crowd = async (pool: Pool, count: number, queueId: string, name = 'Agent', roles: Role[] = ['agent']): Promise<Actor[]> => {
  const people = Array.from({ length: count }, (_, n): Actor => ({
    id: `${name.toLowerCase()}-${n}`,
    name: `${name} ${n}`,
    initials: `${name[0]}${n.toString(36).toUpperCase()}`,
    roles,
    queueIds: [queueId],
  }));
  await pool.query(
    `insert into people (id, version, name, email, initials, roles, queue_ids, status)
     select id, 1, name, id || '@house.example', initials, $4, $5, 'active'
     from unnest($1::text[], $2::text[], $3::text[]) as new (id, name, initials)`,
    [people.map(({ id }) => id), people.map((one) => one.name), people.map(({ initials }) => initials), roles, [queueId]],
  );
  return people;
};

/** As if nobody had claimed anything yet. Versions stay: the journal knows them. */
export const allGoBack = async (pool: Pool): Promise<void> => {
  await pool.query(`update tasks set status = 'waiting', held_by = null, held_since = null, slot = null where status = 'held'`);
  await pool.query('truncate jobs');
  await pool.query('vacuum (analyze) tasks');
};

/** Waits until every committed event has its number. */
export const allSealed = async (pool: Pool): Promise<void> => {
  for (;;) {
    const { rows } = await pool.query<{ left: boolean }>('select exists (select from journal_inbox) as left');
    if (!rows[0]?.left) return;
    await new Promise((after) => setTimeout(after, 20));
  }
};
