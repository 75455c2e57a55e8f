import { commandSpec } from '@firstline/contract/spec.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { lists } from '@firstline/domain/desk/lists.ts';
import { policy } from '@firstline/domain/policy.ts';
import type { Rule } from '@firstline/domain/rule.ts';
import { command, NOT_THERE } from '@firstline/server/platform/command.ts';
import type { Parts, Reaction } from '@firstline/server/platform/desk.ts';
import { makeDesk } from '@firstline/server/platform/make-desk.ts';
import type { Store } from '@firstline/server/platform/store.ts';
import { pino } from 'pino';
import { z } from 'zod';
import { openDatabase } from './database.ts';

/** The smallest subject there is, so that the machinery can be tested without any of the desk's. */
export type Lamp = { id: string; version: number; lit: boolean; by?: string };
type LampEvent =
  | { type: 'lamp.hung'; lampId: string }
  | { type: 'lamp.lit'; lampId: string; personal: { wish: string } }
  | { type: 'lamp.put-out'; lampId: string };

const lampStore: Store<Lamp, LampEvent> = {
  kind: 'lamp',
  table: 'lamps',
  columns: { id: 'text', version: 'integer', lit: 'boolean', by: 'text' },
  evolve: (lamp: Lamp | undefined, event: Recorded<LampEvent>): Lamp =>
    event.type === 'lamp.hung'
      ? { id: event.lampId, version: event.version, lit: false }
      : { ...(lamp as Lamp), version: event.version, lit: event.type === 'lamp.lit', by: event.by },
  idOf: (event) => event.lampId,
  audience: (lamp) => ({ full: [`lamp:${lamp.id}`], outline: ['everyone'] }),
};

type Facts = { lamp: Lamp };
const isDark: Rule<Facts> = {
  name: 'lamp-is-dark',
  says: 'A lamp that is lit is not lit again.',
  strength: 'stops',
  from: [],
  brokenBy: ({ lamp }) => lamp.lit,
};
const isEarly: Rule<Facts> = {
  name: 'not-twice',
  says: 'This lamp was lit before. Light it again only if you mean it.',
  strength: 'warns',
  from: [],
  brokenBy: ({ lamp }) => lamp.by !== undefined,
};

export const hang = command({
  spec: commandSpec('lamps.hang', ['system'], 'Hangs a lamp.', { lampId: z.string() }),
  facts: () => Promise.resolve({}),
  rules: [],
  decide: (_, { input }) => [{ type: 'lamp.hung', lampId: input.lampId }],
});

export const light = command({
  spec: commandSpec('lamps.light', ['system', 'agent'], 'Lights a lamp.', { lampId: z.string(), wish: z.string() }),
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const lamp = await read.take(lampStore, input.lampId);
    return lamp ? { lamp } : NOT_THERE;
  },
  rules: [isDark, isEarly],
  decide: (_, { input }) => [{ type: 'lamp.lit', lampId: input.lampId, personal: { wish: input.wish } }],
});

export const putOut = command({
  spec: commandSpec('lamps.putOut', ['system'], 'Puts a lamp out.', { lampId: z.string() }),
  facts: async (read, { input }) => ({ lamp: await read.take(lampStore, input.lampId) }),
  rules: [],
  decide: (_, { input }) => [{ type: 'lamp.put-out', lampId: input.lampId }],
});

export const openLamps = async (reactions: Reaction[] = []) => {
  const { pool, url, close } = await openDatabase();
  await pool.query('create table lamps (id text primary key, version integer not null, lit boolean not null, by text)');
  const parts: Parts = {
    stores: [lampStore],
    commands: [hang, light, putOut],
    queries: [],
    reactions,
    tally: (event) => (event.type === 'lamp.lit' ? [{ topic: 'house', name: 'lit', by: 1 }] : []),
    house: () => () => Promise.resolve({ levels: {}, policy, lists }),
  };
  return { desk: makeDesk(pool, pino({ level: 'silent' }), parts), pool, url, close };
};

export const system = voice('system');
