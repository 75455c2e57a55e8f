import { lists } from '@firstline/domain/desk/lists.ts';
import { policy } from '@firstline/domain/policy.ts';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Desk, Parts } from './desk.ts';
import { run } from './run.ts';
import type { Job } from './write.ts';

/** A desk over a database: what it can be asked is what its parts bring. */
export const makeDesk = (pool: Pool, log: Logger, parts: Parts): Desk => {
  const listeners: ((jobs: readonly Job[]) => void)[] = [];
  const stores = new Map(parts.stores.map((store) => [store.kind, store]));
  const desk: Desk = {
    pool,
    log,
    parts,
    house: () => Promise.resolve({ levels: {}, policy, lists }),
    storeOf: (type) => {
      const store = stores.get(type.slice(0, type.indexOf('.')));
      if (!store) throw new Error(`No store keeps ${type}.`);
      return store;
    },
    run: (command, input, by, asking) => run(desk, command, input, by, asking),
    committed: (jobs) => listeners.forEach((listener) => listener(jobs)),
    onCommitted: (listener) => void listeners.push(listener),
  };
  desk.house = parts.house(desk);
  return desk;
};
