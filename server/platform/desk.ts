import type { Actor } from '@firstline/domain/desk/role.ts';
import type { DeskEvent } from '@firstline/domain/event.ts';
import { policy } from '@firstline/domain/policy.ts';
import type { HouseRules } from '@firstline/domain/rule.ts';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AnyCommand, Asking, Command, Outcome } from './command.ts';
import type { Reaction } from './reaction.ts';
import type { AnyQuery } from './query.ts';
import { run } from './run.ts';
import type { AnyStore } from './store.ts';
import type { Job } from './write.ts';

/** What the subjects bring to the desk. */
export type Parts = {
  stores: readonly AnyStore[];
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  reactions: readonly Reaction[];
  /** How an event changes a badge number: topic and step. */
  tally: (event: DeskEvent) => { topic: string; name: string; by: number } | undefined;
  /** The house rules of a queue, or of the whole house. */
  house: (desk: Desk) => (queueId?: string) => Promise<HouseRules>;
};

/** The desk as its subjects see it. */
export type Desk = {
  pool: Pool;
  log: Logger;
  parts: Parts;
  reactions: readonly Reaction[];
  house: (queueId?: string) => Promise<HouseRules>;
  storeOf: (type: DeskEvent['type']) => AnyStore;
  run: <Input, Facts>(command: Command<Input, Facts>, input: Input, by: Actor, asking: Asking) => Promise<Outcome>;
  /** Told after each commit: there is something to seal, and these jobs are due some day. */
  committed: (jobs: readonly Job[]) => void;
  onCommitted: (listener: (jobs: readonly Job[]) => void) => void;
};

export const makeDesk = (pool: Pool, log: Logger, parts: Parts): Desk => {
  const listeners: ((jobs: readonly Job[]) => void)[] = [];
  const stores = new Map(parts.stores.map((store) => [store.kind, store]));
  const desk: Desk = {
    pool,
    log,
    parts,
    reactions: parts.reactions,
    house: () => Promise.resolve({ levels: {}, policy }),
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
