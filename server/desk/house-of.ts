import { houseRules, type House } from '@firstline/domain/desk/house.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import type { HouseRules } from '@firstline/domain/rule.ts';
import type { Pool } from 'pg';
import type { Desk } from '../platform/desk.ts';
import { prepared } from '../platform/prepared.ts';
import { fromRow } from '../platform/store.ts';
import { allQueues } from './all-queues.ts';
import { houseStore } from './stores.ts';

const KEPT_MS = 5000;

type Kept = { until: number; byQueue: Map<string, Promise<HouseRules>>; house: Promise<[House | undefined, Queue[]]> };

const kept = new WeakMap<Pool, Kept>();

/** The rules and numbers of a queue, or of the whole house. Kept for a moment, since every command asks. */
export const houseOf = ({ pool }: Pick<Desk, 'pool'>) => (queueId = ''): Promise<HouseRules> => {
  const { house, byQueue } = latest(pool);
  let rules = byQueue.get(queueId);
  if (!rules) {
    rules = house.then(([settings, queues]) => houseRules(settings, queueId || undefined, queues));
    byQueue.set(queueId, rules);
  }
  return rules;
};

/** To be called when the settings changed. */
export const forgetHouse = ({ pool }: Pick<Desk, 'pool'>): void => void kept.delete(pool);

export const readHouse = async (pool: Pool): Promise<House | undefined> => {
  const { rows } = await pool.query<Record<string, unknown>>(prepared("select * from houses where id = 'house'", []));
  return rows[0] && fromRow<House>(houseStore, rows[0]);
};

const latest = (pool: Pool): Kept => {
  const known = kept.get(pool);
  if (known && known.until > Date.now()) return known;
  const fresh: Kept = { until: Date.now() + KEPT_MS, byQueue: new Map(), house: Promise.all([readHouse(pool), allQueues(pool)]) };
  kept.set(pool, fresh);
  // A question that failed is asked again by whoever comes next.
  fresh.house.catch(() => kept.get(pool) === fresh && kept.delete(pool));
  return fresh;
};
