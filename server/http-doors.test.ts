import { EVERY_COMMAND, EVERY_QUERY } from '@firstline/contract/all.ts';
import { hasDoor } from '@firstline/contract/spec.ts';
import { ROLES, type Actor } from '@firstline/domain/desk/role.ts';
import { cases } from '@firstline/testing/cases.ts';
import { openDesk, parts, type TestDesk } from '@firstline/testing/open-desk.ts';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openDoors } from './platform/http.ts';
import { makeMetrics } from './platform/metrics.ts';

let desk: TestDesk;
let http: FastifyInstance;
let actor: Actor | undefined;
afterEach(async () => {
  await http.close();
  await desk.close();
});

const openHouse = async (): Promise<void> => {
  desk = await openDesk();
  actor = undefined;
  http = openDoors(desk, () => Promise.resolve(actor), makeMetrics());
};
const post = (name: string, payload: unknown, headers: Record<string, string> = {}) =>
  http.inject({ method: 'POST', url: `/api/${name}`, payload: payload as object, headers: { 'idempotency-key': randomUUID(), ...headers } });

const caseOf = (name: string) => (cases[name] as (typeof cases)[string])(desk);

const doors = EVERY_COMMAND.filter(hasDoor);
/** What agents may ask about one task; who leads reaches every queue. */
const onTasksOfAgents = doors.filter(({ who, input }) => who.includes('agent') && 'taskId' in (input as unknown as { shape: object }).shape).map(({ name }) => name);

test('S12 whoever sends drop by drop is given ten minutes for all of it, not for ever', async () => {
  await openHouse();
  expect(http.server.requestTimeout).toBe(600_000);
});

test('a command that broke stands among the figures, with the time it took', async () => {
  await openHouse();
  const metrics = makeMetrics();
  const broken = openDoors({ ...desk, run: () => Promise.reject(new Error('The line is dead.')) }, () => Promise.resolve({ id: 'x', name: 'X', initials: 'X', roles: ['agent'], queueIds: [] }), metrics);
  const answer = await broken.inject({ method: 'POST', url: '/api/tasks.claim', payload: { taskId: 'x' }, headers: { 'idempotency-key': randomUUID() } });
  await broken.close();
  expect(answer.json()).toMatchObject({ status: 500, code: 'broken' });
  const figures = await metrics.registry.metrics();
  expect(figures).toContain('firstline_commands_total{command="tasks.claim",status="500"} 1');
  expect(figures).toContain('firstline_command_seconds_count{command="tasks.claim"} 1');
});

describe('every door', () => {
  test('R-328 every command and query is open to the roles of the permission table, and to nobody without a session', async () => {
    await openHouse();
    for (const spec of [...doors.map((own) => ({ ...own, read: false })), ...EVERY_QUERY.map((own) => ({ ...own, read: true }))]) {
      const ask = () => (spec.read ? http.inject({ method: 'GET', url: `/api/${spec.name}` }) : post(spec.name, {}));
      actor = undefined;
      expect((await ask()).statusCode, `${spec.name} by nobody`).toBe(401);
      for (const role of ROLES) {
        actor = { id: 'x', name: 'X', initials: 'X', roles: [role], queueIds: [] };
        expect((await ask()).statusCode === 403, `${spec.name} by ${role}`).toBe(!spec.who.includes(role));
      }
    }
  });

  test('API9 the commands of the contract, the commands of the server and the doors are the same list', async () => {
    await openHouse();
    expect(parts.commands.map(({ spec }) => spec.name).sort()).toEqual(EVERY_COMMAND.map(({ name }) => name).sort());
    expect(parts.queries.map(({ spec }) => spec.name).sort()).toEqual(EVERY_QUERY.map(({ name }) => name).sort());
    for (const spec of EVERY_COMMAND.filter((one) => !hasDoor(one))) expect((await post(spec.name, {})).statusCode, spec.name).toBe(404);
  });

  test('S12 a field that nobody asked for is refused, at every door', async () => {
    await openHouse();
    for (const spec of doors) {
      actor = { id: 'x', name: 'X', initials: 'X', roles: [...ROLES], queueIds: [] };
      const answer = await post(spec.name, { isAdmin: true, heldBy: 'me' });
      expect(answer.statusCode, spec.name).toBe(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  test('a command without a key, from another site or in nonsense is told so in words', async () => {
    await openHouse();
    actor = { id: 'x', name: 'X', initials: 'X', roles: ['agent'], queueIds: [] };
    const bare = await http.inject({ method: 'POST', url: '/api/tasks.claim', payload: { taskId: 'x' } });
    expect(bare.json()).toMatchObject({ status: 400, code: 'no-key' });
    expect((await post('tasks.claim', { taskId: 'x' }, { origin: 'https://evil.example' })).json()).toMatchObject({ code: 'foreign-origin' });
    const nonsense = await http.inject({
      method: 'POST',
      url: '/api/tasks.claim',
      payload: '{"taskId":',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    });
    expect(nonsense.json()).toMatchObject({ status: 400, code: 'bad-input' });
    const unreadable = await http.inject({ method: 'GET', url: '/api/tasks.workspace/%E0%A4%A' });
    expect(unreadable.headers['content-type']).toContain('application/problem+json');
    expect(unreadable.json()).toMatchObject({ status: 400, code: 'bad-input' });
    expect((await post('tasks.claim', { taskId: 'nowhere' })).json()).toMatchObject({ status: 404, code: 'not-there' });
    expect((await post('tasks.note', { taskId: 'x', discussed: 'x'.repeat(2_000_000) })).statusCode).toBe(413);
  });

  test.each(onTasksOfAgents)('S2 to %s a task of a queue that is not mine is not there', async (name) => {
    await openHouse();
    const { input, by } = await caseOf(name);
    actor = { ...by, id: 'stranger', queueIds: ['another'] };
    expect((await post(name, input)).statusCode).toBe(404);
    for (const query of ['tasks.workspace', 'tasks.history'])
      expect((await http.inject({ method: 'GET', url: `/api/${query}?taskId=${String(input.taskId)}` })).statusCode, query).toBe(404);
  });

  test('S17 headers that claim to be somebody are nothing', async () => {
    await openHouse();
    for (const header of ['x-forwarded-user', 'x-remote-user', 'x-forwarded-for', 'cf-connecting-ip', 'x-user-id'])
      expect((await post('tasks.claim', { taskId: 'x' }, { [header]: 'admin' })).statusCode, header).toBe(401);
  });
});

/** Sends a request and hangs up before the answer can be read. */
const askAndHangUp = (port: number, name: string, key: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      const head = `POST /api/${name} HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\nidempotency-key: ${key}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
      socket.write(head + body, () => setImmediate(() => socket.destroy()));
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });

const eventsOf = async (commandId: string): Promise<number> => {
  const { rows } = await desk.pool.query<{ n: number }>(
    `select (select count(*) from journal where command_id = $1) + (select count(*) from journal_inbox where command_id = $1) as n`,
    [commandId],
  );
  return rows[0]?.n ?? 0;
};

describe.each(doors.map((spec) => [spec.name]))('%s', (name) => {
  test('R3 asked, cut off before the answer, and asked again with the same key: one effect', async () => {
    await openHouse();
    const { input, by } = await caseOf(name);
    actor = by;
    await http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = http.server.address() as AddressInfo;
    const key = randomUUID();
    await askAndHangUp(port, name, key, JSON.stringify(input));
    const again = () => fetch(`http://127.0.0.1:${port}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(input),
    });
    const first = await again();
    expect(first.status).toBe(200);
    const told = await eventsOf(`${by.id}/${key}`);
    const second = await again();
    expect(await second.text()).toBe(await first.text());
    expect(await eventsOf(`${by.id}/${key}`)).toBe(told);
  });
});
