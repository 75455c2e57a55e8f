import { ROLES, voice, type Actor, type Role, type Voice } from '@firstline/domain/desk/role.ts';
import type { AnyCommand } from '@firstline/server/platform/command.ts';
import { eventOf, type Entry } from '@firstline/server/platform/journal.ts';
import { fromRow, type AnyStore } from '@firstline/server/platform/store.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { openDesk, parts, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const eventCount = async (): Promise<number> => {
  const { rows } = await desk.pool.query<{ n: number }>(
    'select (select count(*) from journal_inbox) + (select count(*) from journal) as n',
  );
  return rows[0]?.n ?? 0;
};

const told = async (subject: string, id: string): Promise<Entry[]> => {
  const columns = 'at, subject, subject_id, version, type, by, command_id, audience, outline, body, personal, salt';
  const { rows } = await desk.pool.query<Entry>(
    `select ${columns} from journal where subject = $1 and subject_id = $2
     union all select ${columns} from journal_inbox where subject = $1 and subject_id = $2 order by version`,
    [subject, id],
  );
  return rows;
};

const rowOf = async (store: AnyStore, id: string): Promise<unknown> => {
  const { rows } = await desk.pool.query<Record<string, unknown>>(`select * from ${store.table} where id = $1`, [id]);
  return rows[0] && fromRow(store, rows[0]);
};

const plain = (state: unknown): unknown => JSON.parse(JSON.stringify(state ?? null));

const prepared = async (command: AnyCommand) => {
  desk = await openDesk();
  const make = cases[command.spec.name];
  if (!make) throw new Error(`testing/cases.ts says nothing of ${command.spec.name}.`);
  return make(desk);
};

describe.each(parts.commands.map((command) => [command.spec.name, command] as const))('%s', (_, command) => {
  test('asked twice with one key, one after the other and both at once, has one effect and the same answer', async () => {
    const { input, by } = await prepared(command);
    const asking = { commandId: `test/${randomUUID()}` };
    const [first, second] = await Promise.all([desk.run(command, input, by, asking), desk.run(command, input, by, asking)]);
    expect(first.status, JSON.stringify(first)).toBe(200);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    const after = await eventCount();
    expect(JSON.stringify(await desk.run(command, input, by, asking))).toBe(JSON.stringify(first));
    expect(await eventCount()).toBe(after);
  });

  test.runIf(command.history !== false)('asked with a used key and another body, it is refused', async () => {
    const { input, by } = await prepared(command);
    const asking = { commandId: `test/${randomUUID()}` };
    const first = await desk.run(command, input, by, asking);
    expect(first.status).toBe(200);
    const other = await desk.run(command, { ...input, another: 'body' }, by, asking);
    expect(other).toEqual({ status: 409, because: 'other-input' });
  });

  test('what the journal tells from its first event on is the row, and the old row with the new events is the new row', async () => {
    const { input, by } = await prepared(command);
    await desk.settle();
    const before = new Map<string, unknown>();
    for (const store of parts.stores) {
      const { rows } = await desk.pool.query<Record<string, unknown>>(`select * from ${store.table}`);
      for (const row of rows) before.set(`${store.kind}:${String(row.id)}`, fromRow(store, row));
    }
    const outcome = await desk.run(command, input, by, { commandId: `test/${randomUUID()}` });
    if (outcome.status !== 200) throw new Error(JSON.stringify(outcome));

    const subjects = new Map(
      outcome.done.map((event) => {
        const store = desk.storeOf(event.type);
        return [`${store.kind}:${store.idOf(event)}`, store] as const;
      }),
    );
    for (const [key, store] of subjects) {
      const id = key.slice(key.indexOf(':') + 1);
      const row = plain(await rowOf(store, id));
      const replayed = (await told(store.kind, id)).reduce((state: unknown, entry) => store.evolve(state, eventOf(entry)) as unknown, undefined);
      expect(plain(replayed), `${key} replayed`).toEqual(row);
      const own = outcome.done.filter((event) => desk.storeOf(event.type) === store && store.idOf(event) === id);
      const evolved = own.reduce((state: unknown, event) => store.evolve(state, event) as unknown, before.get(key));
      expect(plain(evolved), `${key} evolved`).toEqual(row);
    }
    await desk.settle();
    const { rows: unsealed } = await desk.pool.query('select 1 from journal_inbox');
    expect(unsealed).toEqual([]);
  });

  test('R-328 it is open to the roles of the permission table and to nobody else', async () => {
    const { input, by } = await prepared(command);
    const everybody: (Role | Voice)[] = [...ROLES, 'system', 'clock', 'customer'];
    for (const role of everybody) {
      const actor: Actor = { ...voice('customer'), id: `somebody-${role}`, roles: [role], queueIds: by.queueIds };
      const outcome = await desk.run(command, input, actor, { commandId: `test/${randomUUID()}` });
      expect(outcome.status === 403, role).toBe(!command.spec.who.includes(role));
    }
    const nobody: Actor = { ...voice('customer'), roles: [] };
    expect((await desk.run(command, input, nobody, { commandId: `test/${randomUUID()}` })).status).toBe(403);
  });
});
