import { randomUUID } from 'node:crypto';
import { doors } from '@firstline/contract/desk.ts';
import { voice, type Role } from '@firstline/domain/desk/role.ts';
import { deskCaches, deskParts, firstRun, givePasswordTo, houseOf, openSignIn } from '@firstline/server/desk/index.ts';
import { addPerson } from '@firstline/server/desk/commands/add-person.ts';
import { makeDesk } from '@firstline/server/platform/make-desk.ts';
import { openDoors, type WhoIs } from '@firstline/server/platform/http.ts';
import { makeMetrics } from '@firstline/server/platform/metrics.ts';
import { seal } from '@firstline/server/platform/sealer.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { followJournal } from '@firstline/server/platform/tail.ts';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { moveClock, openDatabase, stopClock } from './database.ts';

const PASSWORD = 'correct horse battery';

type Company = Parameters<typeof openSignIn>[2]['company'];

/** A node: its own connections, its own doors and its own memory of who is who. */
const openNode = async (pool: Pool, url: string, logged: string[], { company, trustedProxy }: { company?: Company; trustedProxy?: string } = {}) => {
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const desk = makeDesk(pool, log, {
    ...deskParts({ build: 'test', url }, []),
    tally: () => [],
    house: houseOf,
  });
  const signIn: { whoIs?: WhoIs } = {};
  const http = openDoors(desk, (request) => signIn.whoIs?.(request) ?? Promise.resolve(undefined), makeMetrics(), { trustedProxy });
  signIn.whoIs = (await openSignIn(http, desk, { url, company })).whoIs;
  const tail = await followJournal(pool);
  const cut: string[] = [];
  deskCaches(desk, tail, (personId) => cut.push(personId));
  return { desk, http, tail, cut };
};

/** The subject `desk` with its doors, and nothing else: requests go in without a network. */
export const openSignInDesk = async ({ url = 'http://desk.example', admin, ...set }: { url?: string; company?: Company; trustedProxy?: string; admin?: { email: string; password: string } } = {}) => {
  const database = await openDatabase();
  const logged: string[] = [];
  const pools: Pool[] = [];
  const node = await openNode(database.pool, url, logged, set);
  const { desk, http, tail } = node;

  const post = (path: string, body: unknown, { cookie, headers = {}, address }: { cookie?: string; headers?: Record<string, string>; address?: string } = {}) =>
    http.inject({
      method: 'POST',
      url: path,
      payload: body as object,
      headers: { 'idempotency-key': randomUUID(), ...(cookie && { cookie }), ...headers },
      ...(address && { remoteAddress: address }),
    });
  return {
    ...node,
    pool: database.pool,
    logged,
    post,
    firstRun: (config = { url, admin }) => firstRun(desk, config),
    get: (path: string, cookie?: string, headers: Record<string, string> = {}) =>
      http.inject({ method: 'GET', url: path, headers: { ...(cookie && { cookie }), ...headers } }),
    person: async (name: string, roles: Role[] = ['agent'], password = PASSWORD) => {
      const initials = name.replace(/[^A-Z]/g, '');
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}@house.example`;
      const outcome = await desk.run(addPerson, { name, email, initials, roles, queueIds: [] }, voice('system'), { commandId: randomUUID() });
      if (outcome.status !== 200) throw new Error(JSON.stringify(outcome));
      const id = String((outcome.done[0] as unknown as { personId: string }).personId);
      if (password) await givePasswordTo(desk, id, password);
      return { id, name, email, initials, password };
    },
    signIn: async ({ email, password }: { email: string; password: string }, path = doors.signIn.path) => cookieOf(await post(path, { email, password })),
    /** A further node over the same database. It ends with the test. */
    anotherNode: async () => {
      const pool = connect(database.url, { size: 2, applicationName: 'test' });
      pools.push(pool);
      return openNode(pool, url, logged);
    },
    /** One step of the journal: what was done is sealed, and this node reads it. */
    follow: async () => {
      await seal(database.pool, () => []);
      while (await tail.read());
    },
    passes: (seconds: number) => moveClock(database.pool, seconds * 1000),
    stopClock: () => stopClock(database.pool),
    close: async () => {
      await http.close();
      await Promise.all(pools.map((pool) => pool.end()));
      await database.close();
    },
  };
};

export type SignInDesk = Awaited<ReturnType<typeof openSignInDesk>>;

/** What a browser would send back. */
export const cookieOf = ({ headers }: { headers: { 'set-cookie'?: string | string[] } }): string =>
  [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]).join('; ');
