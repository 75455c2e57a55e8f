import type { Queue } from '@firstline/domain/desk/queue.ts';
import type { Pool } from 'pg';
import { prepared } from '../platform/prepared.ts';
import { fromRow } from '../platform/store.ts';
import { queueStore } from './stores.ts';

/** The queues of the house, oldest first: mail to an unknown address goes to the first. */
export const allQueues = async (pool: Pool): Promise<Queue[]> => {
  const { rows } = await pool.query<Record<string, unknown>>(prepared('select * from queues order by id', []));
  return rows.map((row) => fromRow<Queue>(queueStore, row));
};
