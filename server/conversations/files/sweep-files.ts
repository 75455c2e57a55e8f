import type { Desk, Reaction } from '../../platform/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { forgetAcknowledged } from '../forget-acknowledged.ts';
import { objectsOf } from './folder.ts';

const DAYS_IN_A_DRAFT = 7;
const AT_ONCE = 200;

/** Removes what was begun or attached and never became part of a message. Row first: what no row names nobody finds. */
export const sweepFiles = async (desk: Pick<Desk, 'pool'>): Promise<number> => {
  const objects = objectsOf(desk);
  const { rows } = await desk.pool.query<{ key: string }>(
    prepared(
      `delete from files where id in (
         select id from files where message_id is null and at < desk_now() - make_interval(days => $1) order by at limit $2 for update skip locked
       ) returning key`,
      [DAYS_IN_A_DRAFT, AT_ONCE],
    ),
  );
  for (const { key } of rows) await objects.remove(key);
  await objects.sweep(DAYS_IN_A_DRAFT * 86_400);
  return rows.length;
};

const NAME = 'conversations.sweepFiles';

/** The clock asks for it each hour; no event does. */
export const sweepsHourly: Reaction = {
  name: NAME,
  to: 'clock.hour',
  run: async (_, desk) => {
    await sweepFiles(desk);
    await forgetAcknowledged(desk);
    const { rows } = await desk.pool.query<{ due: string }>(prepared(`select desk_now() + interval '1 hour' as due`, []));
    return { dueAt: rows[0]?.due ?? '' };
  },
};

/** One job for the whole installation, however many nodes start. */
export const startSweeping = async (desk: Pick<Desk, 'pool'>): Promise<void> => {
  await desk.pool.query(
    prepared(
      `insert into jobs (key, name, input, due_at, since) values ($1, $1, '{}'::jsonb, desk_now(), desk_now()) on conflict do nothing`,
      [NAME],
    ),
  );
};
