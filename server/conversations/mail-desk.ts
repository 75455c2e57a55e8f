import type { Recorded } from '@firstline/domain/event.ts';
import type { DeskEvent } from '@firstline/domain/event.ts';
import { policy, type Policy } from '@firstline/domain/policy.ts';
import { openDatabase } from '@firstline/testing/database.ts';
import pino from 'pino';
import { customerParts } from '../customers/index.ts';
import { makeDesk } from '../platform/desk.ts';
import { conversationParts } from './index.ts';

/** A desk for tests that knows customers, mail and one queue. */
export const openMailDesk = async (numbers: Partial<Policy> = {}) => {
  const { pool, url, close } = await openDatabase();
  const house = { levels: {}, policy: { ...policy, ...numbers } };
  const desk = makeDesk(pool, pino({ level: 'silent' }), {
    stores: [...customerParts.stores, ...conversationParts.stores],
    commands: [...customerParts.commands, ...conversationParts.commands],
    queries: [],
    reactions: conversationParts.reactions,
    tally: () => undefined,
    house: () => () => Promise.resolve(house),
  });
  await pool.query(`create table if not exists queues (id text primary key, version integer, name text, address text, status text)`);
  await pool.query(`insert into queues (id, version, name, address, status) values
    ('q1', 1, 'Support', null, 'open'), ('q2', 1, 'Billing', 'Billing@desk.example', 'open'), ('q3', 1, 'Old', 'old@desk.example', 'closed')`);
  return { desk, pool, url, close };
};

/** The types of what happened, in order. */
export const typesOf = (done: Recorded<DeskEvent>[]): string[] => done.map(({ type }) => type);
