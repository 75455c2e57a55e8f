import { customers } from '@firstline/contract/customers.ts';
import { otherDoors } from '@firstline/contract/access.ts';
import { ROLES, type Actor } from '@firstline/domain/desk/role.ts';
import { openFileDoors, openHtmlDoor } from '@firstline/server/conversations/index.ts';
import { openImportDoor } from '@firstline/server/customers/index.ts';
import { openDoors } from '@firstline/server/platform/http.ts';
import { makeMetrics } from '@firstline/server/platform/metrics.ts';
import { openPush } from '@firstline/server/platform/push.ts';
import { followJournal } from '@firstline/server/platform/tail.ts';
import { openTopics, openTrailDoor, reachesTask, reachesThread } from '@firstline/server/tasks/index.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type TestDesk } from './open-desk.ts';

let desk: TestDesk;
let http: FastifyInstance;
let program: Actor;
let routes: { method: string; url: string }[];
let stop: () => void;

beforeEach(async () => {
  desk = await openDesk();
  const whoIs = () => Promise.resolve(program);
  http = openDoors(desk, whoIs, makeMetrics());
  routes = [];
  http.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => ({ method: one, url }))));
  openHtmlDoor(http, desk, whoIs, reachesThread);
  openFileDoors(http, desk, whoIs, { task: reachesTask, thread: reachesThread });
  openImportDoor(http, desk, whoIs);
  openTrailDoor(http, desk, whoIs);
  ({ stop } = openPush(http, desk, await followJournal(desk.pool), 'test', whoIs, openTopics, makeMetrics()));
  await http.ready();
});
afterEach(async () => {
  stop();
  await http.close();
  await desk.close();
});

/** The answer to a program with every role, whose token is for these doors. The journal is asked in a way that ends. */
const asks = async ({ method, url }: { method: string; url: string }, only: string[]): Promise<number> => {
  program = { id: 'program', name: 'Reports', initials: '', roles: ROLES, queueIds: [], only };
  const address = url === '/api/journal' ? `${url}?after=-1` : url;
  return (await http.inject({ method: method as 'GET', url: address, headers: { 'content-type': 'application/octet-stream' } })).statusCode;
};

test('R-328 A token for some doors opens none of those that were written by hand', async () => {
  expect(routes.map(({ url }) => url)).toEqual(expect.arrayContaining(['/api/letters/:id', '/api/files/:id', '/api/files', '/api/customers.readFile', '/api/customers.trail', '/api/journal']));
  for (const route of routes) expect(await asks(route, ['tasks.waiting']), `${route.method} ${route.url}`).toBe(403);
});

test('R-328 It opens them when it was made for them, or for all doors of its roles', async () => {
  const named = [...Object.keys(otherDoors), customers.takeTrail.name, customers.startImport.name];
  for (const only of [named, []]) for (const route of routes) expect(await asks(route, only), `${route.method} ${route.url}`).not.toBe(403);
});
