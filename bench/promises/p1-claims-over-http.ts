import { manyTasks, taskId } from '@firstline/testing/many-tasks.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { allQueues } from '@firstline/server/desk/index.ts';
import { randomUUID } from 'node:crypto';
import { allGoBack, allSealed, crowd } from '../bench-desk.ts';
import { requestText } from '../load/http-client.ts';
import { openLoader } from '../load/load.ts';
import { median, quantile } from '../numbers.ts';
import { benchPostgres } from '../postgres.ts';
import { cpuSeconds } from '../process-facts.ts';
import { plain, type Promised } from '../promised.ts';
import { rawClaims, rawClient, rawTasks } from '../raw-claims.ts';
import { serverProgram, startServed } from '../served.ts';
import { cookiesOf } from '../sessions.ts';
import { pairs, warmUp } from '../turns.ts';

/** So many that the desk always has something to do: fewer all wait for the database at the same moment. */
const CONNECTIONS = 128;

export const claimsOverHttp: Promised = {
  id: 'P1',
  promise: 'A claim over HTTP, with rights, event, journal and answer by key, runs at 0.6 of what database and door could do at best',
  anchor: '1/(1/raw statement + 1/authenticated request that does nothing)',
  measure: async (bench) => {
    const people = bench.short ? 800 : 4000;
    const seconds = bench.short ? 1 : 4;
    const folder = bench.newFolder('p1');
    const postgres = await benchPostgres(folder, bench.root);
    const program = serverProgram(bench.root);
    const served = await startServed({ root: bench.root, program, dataDir: folder, port: 24_101, smtpPort: 24_102, env: { DATABASE_URL: postgres.url } });
    const pool = connect(postgres.url, { size: 8, applicationName: 'firstline bench' });
    const loader = openLoader();
    try {
      const queueId = (await allQueues(pool))[0]?.id ?? '';
      const agents = await crowd(pool, people, queueId);
      await manyTasks(pool, { queueId, to: people });
      const cookies = await cookiesOf(pool, served.url, agents);

      const claim = (cookie: string, n: number, key?: string): string =>
        requestText({
          method: 'POST', path: '/api/tasks.claim', body: { taskId: taskId(n + 1) },
          headers: { cookie, ...(key && { 'idempotency-key': key }) },
        });
      const nothing = cookies.map((cookie, n) => claim(cookie, n));
      const doNothing = async (): Promise<number> => {
        const seen = await loader.load({ port: served.port, connections: CONNECTIONS, requests: nothing, seconds });
        expectOnly(seen.statuses, 400);
        return seen.answered / seen.seconds;
      };
      const tails: number[] = [];
      const costs: number[] = [];
      const claims = async (): Promise<number> => {
        await allGoBack(pool);
        // Whoever works is known: a session is looked up once in five seconds, and the desk's people have just been here.
        await loader.load({ port: served.port, connections: CONNECTIONS, requests: nothing });
        const requests = cookies.map((cookie, n) => claim(cookie, n, randomUUID()));
        const before = cpuSeconds(served.pid);
        const seen = await loader.load({ port: served.port, connections: CONNECTIONS, requests });
        costs.push(((cpuSeconds(served.pid) - before) / people) * 1e6);
        expectOnly(seen.statuses, 200);
        await expectHeld(pool, people);
        tails.push(quantile(seen.milliseconds, 0.99));
        await allSealed(pool);
        return seen.answered / seen.seconds;
      };
      const raw = async (): Promise<number> => {
        await rawTasks(pool, seconds * 20_000);
        return rawClaims(postgres.url, folder, seconds);
      };

      const client = await loader.load({ port: 'own', connections: CONNECTIONS, requests: nothing, seconds });
      await warmUp(bench, claims);
      costs.length = tails.length = 0;
      const [sql, http, ours]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < pairs(bench); round++) {
        sql.push(await raw());
        http.push(await doNothing());
        ours.push(await claims());
      }
      const ideal = sql.map((rate, round) => 1 / (1 / rate + 1 / (http[round] ?? 0)));
      return [
        {
          what: 'claims over HTTP', unit: 'claims/s', ours, anchor: ideal, held: ours.map((rate, round) => rate / (ideal[round] ?? 0)),
          goal: { atLeast: 0.6 }, floor: { atLeast: 0.05 },
          remark: `server ${program.says}; ${people} signed-in people claim a task each over ${CONNECTIONS} connections; ` +
            `${costs.length > 0 ? Math.round(median(costs)) : 0} µs of the server's processor a claim; ` +
            `the client alone makes ${Math.round(client.answered / client.seconds)} requests/s at ${Math.round((client.cpuSeconds / client.answered) * 1e6)} µs each`,
        },
        plain(`raw statement (${rawClient()})`, 'claims/s', sql),
        plain('request that does nothing', 'requests/s', http),
        plain('claim p99', 'ms', tails),
      ];
    } finally {
      loader.stop();
      await pool.end();
      await served.stop();
      await postgres.stop();
    }
  },
};

const expectOnly = (statuses: Record<number, number>, wanted: number): void => {
  if (Object.keys(statuses).join() !== String(wanted)) throw new Error(`Answers were ${JSON.stringify(statuses)} instead of ${wanted} only.`);
};

const expectHeld = async (pool: { query: (sql: string) => Promise<{ rows: unknown[] }> }, people: number): Promise<void> => {
  const { rows } = await pool.query(`select count(*) as held, count(distinct held_by) as holders from tasks where status = 'held'`);
  const { held, holders } = rows[0] as { held: number; holders: number };
  if (held !== people || holders !== people) throw new Error(`${people} claimed, but ${held} tasks are held by ${holders}.`);
};
