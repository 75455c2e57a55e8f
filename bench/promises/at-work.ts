import { voice } from '@firstline/domain/desk/role.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { traceOfServer } from '@firstline/server/platform/postgres/running.ts';
import { manyTasks, taskId } from '@firstline/testing/many-tasks.ts';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { allSealed, benchDesk, crowd, type BenchDesk } from '../bench-desk.ts';
import { requestText } from '../load/http-client.ts';
import { openLoader, type Loader } from '../load/load.ts';
import { chance } from '@firstline/situations/played/chance.ts';
import { quantile } from '../numbers.ts';
import { benchPostgres } from '../postgres.ts';
import { familyPssBytes, rssBytes } from '../process-facts.ts';
import { plain, type Finding, type Promised } from '../promised.ts';
import { serverProgram, startServed, type Served } from '../served.ts';
import { cookiesOf } from '../sessions.ts';
import { pairs } from '../turns.ts';

const CONNECTIONS = 16;
const PEOPLE = 64;

export const atWork: Promised = {
  id: 'WORK',
  promise: 'What a desk with 100,000 tasks does in a second, and what it needs for it',
  anchor: 'none: figures to plan by',
  measure: async (bench) => {
    const tasks = bench.short ? 5000 : 100_000;
    const mails = bench.short ? 200 : 3000;
    const folder = bench.newFolder('work');
    const postgres = await benchPostgres(folder, bench.root);
    const program = serverProgram(bench.root);
    const findings: Finding[] = [];
    let served: Served | undefined;
    const loader = openLoader();
    try {
      const inside = await benchDesk(postgres.url);
      await manyTasks(inside.pool, { queueId: inside.queueId, to: tasks });
      const people = await crowd(inside.pool, PEOPLE, inside.queueId);
      await inside.pool.query('vacuum (analyze) tasks, task_words, messages, conversations, customers');
      bench.say(`${tasks.toLocaleString('en-US')} tasks wait`);
      findings.push(plain('mails in and tasks open', 'a second', [await mailsIn(inside, mails)], {
        remark: `${mails} mails from as many customers, taken in and opened as tasks inside one process`,
      }));
      await allSealed(inside.pool);
      await inside.stop();

      const pool = connect(postgres.url, { size: 4, applicationName: 'firstline bench' });
      served = await startServed({ root: bench.root, program, dataDir: folder, port: 24_171, smtpPort: 24_172, env: { DATABASE_URL: postgres.url } });
      const cookies = await cookiesOf(pool, served.url, people);
      await pool.query(
        `update tasks set status = 'held', held_by = holder.id, held_since = desk_now(), slot = 1
         from unnest($1::text[], $2::text[]) as holder (id, task) where tasks.id = holder.task`,
        [people.map(({ id }) => id), people.map((_, n) => taskId(n + 1))],
      );
      await pool.end();
      findings.push(...(await overHttp(loader, served.port, cookies, tasks, bench)));
      findings.push(
        plain('memory of the server', 'MB', [rssBytes(served.pid) / 2 ** 20], { goal: { atMost: 400 }, floor: { atMost: 1000 } }),
        plain('memory of PostgreSQL', 'MB', [familyPssBytes(traceOfServer(path.join(folder, 'postgres'))?.pid ?? 0) / 2 ** 20], {
          remark: `server ${program.says}, ${CONNECTIONS} connections; what PostgreSQL's processes share is counted once; no mail server, so each reply's failing is written down as well`,
        }),
      );
      return findings;
    } finally {
      loader.stop();
      await served?.stop();
      await postgres.stop();
    }
  },
};

/** From the first mail to the last open task. */
const mailsIn = async ({ desk, pool }: BenchDesk, count: number): Promise<number> => {
  const receive = desk.parts.commands.find(({ spec }) => spec.name === 'conversations.receive');
  if (!receive) throw new Error('There is no conversations.receive.');
  const before = await taskCount(pool);
  const began = performance.now();
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const mail = {
        channel: 'email', from: `new-${n}@customer.example`, fromName: `New ${n}`, to: 'support@house.example', subject: `Boiler ${n} is cold`,
        text: 'Our boiler is cold since Monday. Could somebody come on Tuesday? We are at home after four.',
        rfcId: `<${randomUUID()}@customer.example>`, answers: [], automatic: false,
      };
      const { status } = await desk.run(receive, mail, voice('system'), { commandId: `mail/${randomUUID()}` });
      if (status !== 200) throw new Error(`A mail was answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
  for (const until = Date.now() + 120_000; (await taskCount(pool)) < before + count; await pause(20))
    if (Date.now() > until) throw new Error('Not every mail has become a task.');
  return count / ((performance.now() - began) / 1000);
};

const taskCount = async (pool: BenchDesk['pool']): Promise<number> =>
  (await pool.query<{ n: number }>('select count(*) as n from tasks')).rows[0]?.n ?? 0;

type Sized = { short: boolean; seed: number };

const overHttp = async (loader: Loader, port: number, cookies: string[], tasks: number, bench: Sized): Promise<Finding[]> => {
  const next = chance(bench.seed);
  const seconds = bench.short ? 1 : 4;
  const cookieOf = (n: number): string => cookies[n % cookies.length] ?? '';
  const some = (): number => 1 + Math.floor(next() * tasks);
  const get = (address: (n: number) => string): string[] =>
    Array.from({ length: 2000 }, (_, n) => requestText({ method: 'GET', path: `/api/${address(n)}`, headers: { cookie: cookieOf(n) } }));
  const reply = (n: number): string =>
    requestText({
      method: 'POST', path: '/api/tasks.reply', headers: { cookie: cookieOf(n), 'idempotency-key': randomUUID(), acknowledge: 'summary-read-before-contact' },
      body: { taskId: taskId((n % cookies.length) + 1), to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We can come on Tuesday.' },
    });
  const kinds: [string, () => string[], Partial<Finding>?][] = [
    ['tasks opened on a screen', () => get(() => `tasks.workspace?taskId=${taskId(some())}`)],
    ['replies', () => Array.from({ length: bench.short ? 400 : 3000 }, (_, n) => reply(n))],
    ['searches for one customer', () => get(() => `tasks.search?words=customer%20${String(some()).padStart(8, '0')}`), { goal: { atMost: 100 } }],
    ['searches for a word in every task', () => get(() => 'tasks.search?words=furnace'), { goal: { atMost: 100 } }],
  ];
  const findings: Finding[] = [];
  for (const [what, requests, asked] of kinds) {
    const [rates, tails] = [[] as number[], [] as number[]];
    for (let round = 0; round < pairs(bench); round++) {
      const isOnce = what === 'replies';
      const seen = await loader.load({ port, connections: CONNECTIONS, requests: requests(), ...(!isOnce && { seconds }) });
      if (Object.keys(seen.statuses).join() !== '200') throw new Error(`${what}: answers were ${JSON.stringify(seen.statuses)}.`);
      rates.push(seen.answered / seen.seconds);
      tails.push(quantile(seen.milliseconds, 0.95));
    }
    findings.push(plain(what, 'a second', rates), plain(`  p95 over ${CONNECTIONS} connections`, 'ms', tails, asked));
  }
  return findings;
};
