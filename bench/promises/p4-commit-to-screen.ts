import type { Actor } from '@firstline/domain/desk/role.ts';
import { allQueues } from '@firstline/server/desk/index.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { crowd } from '../bench-desk.ts';
import { median, quantile, ratios } from '../numbers.ts';
import { benchPostgres } from '../postgres.ts';
import { plain, type Promised } from '../promised.ts';
import { hasBrowser, openBrowserScreen } from '../screens/browser-screen.ts';
import { openBareStream, openScreens, type Screens } from '../screens/screens.ts';
import { serverProgram, startServed, type Served } from '../served.ts';
import { cookiesOf } from '../sessions.ts';
import { pairs } from '../turns.ts';

const SCREENS = 200;
const A_SECOND = 50;
/** What the browser is shown in a round: slow enough that each change is a frame of its own. */
const SHOWN = { count: 20, everyMs: 100 };
const TICK_MS = 20;

export const commitToScreen: Promised = {
  id: 'P4',
  promise: 'What is committed reaches 200 screens within three times a bare stream and 20 ms, and is on the glass of a real browser within 150 ms, in 99 of 100',
  anchor: 'a bare server of events with the same bytes, the same screens and the same pace in the same run',
  measure: async (bench) => {
    const count = A_SECOND * (bench.short ? 2 : 8);
    const rounds = pairs(bench);
    const folder = bench.newFolder('p4');
    // The database says itself when it committed.
    const postgres = await benchPostgres(folder, bench.root, { track_commit_timestamp: 'on' });
    const program = serverProgram(bench.root);
    const served = await startServed({ root: bench.root, program, dataDir: folder, port: 24_141, smtpPort: 24_142, env: { DATABASE_URL: postgres.url } });
    const pool = connect(postgres.url, { size: 8, applicationName: 'firstline bench' });
    const [screens, bareScreens] = [openScreens(), openScreens()];
    const bare = await openBareStream(24_143);
    const closing: (() => Promise<void>)[] = [];
    try {
      const queueId = (await allQueues(pool))[0]?.id ?? '';
      const watchers = await cookiesOf(pool, served.url, await crowd(pool, SCREENS, queueId, 'Watcher'));
      const agents = await crowd(pool, rounds * (count + SHOWN.count), queueId);
      await manyTasks(pool, { queueId, to: agents.length });
      const asking = { served, pool, agents, everyMs: 1000 / A_SECOND };
      await screens.open(served.port, watchers);
      await bareScreens.open(24_143, watchers, '/');
      const glass = hasBrowser() ? await openBrowserScreen(served.url, watchers[0] ?? '') : undefined;
      if (glass) closing.push(glass.close);

      const seen = { ours: [] as number[], ourMiddle: [] as number[], bare: [] as number[], glass: [] as number[], glassMiddle: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        const ids = Array.from({ length: count }, (_, n) => `bare-${round}-${n}`);
        const { told } = await bare.tell(ids, asking.everyMs, FRAME);
        seen.bare.push(quantile(await delays(bareScreens, new Map(told.map(({ id, at }) => [id, at]))), 0.99));

        const claimed = await claimAtPace(asking, count);
        const took = await delays(screens, await committedAt(pool, claimed));
        seen.ours.push(quantile(took, 0.99));
        seen.ourMiddle.push(median(took));

        if (!glass) continue;
        await glass.reload();
        const shownIds = await claimAtPace({ ...asking, everyMs: SHOWN.everyMs }, SHOWN.count);
        const frames = await framesOf(await committedAt(pool, shownIds), glass.shown);
        seen.glass.push(quantile(frames, 0.99));
        seen.glassMiddle.push(median(frames));
        await glass.rest();
        await screens.heard();
      }
      const limits = seen.bare.map((p99) => 3 * p99 + TICK_MS);
      return [
        {
          what: 'commit to socket, p99 against 3 × bare + 20 ms', unit: 'ms', ours: seen.ours, anchor: limits, held: ratios(seen.ours, limits),
          goal: { atMost: 1 },
          remark: `${SCREENS} screens in another process, ${A_SECOND} claims a second, ${count} a round; server ${program.says}; the commit's time is the database's own`,
        },
        plain('commit to socket, p50', 'ms', seen.ourMiddle),
        plain('bare stream, p99', 'ms', seen.bare),
        ...(glass
          ? [
              plain('commit to glass, p99', 'ms', seen.glass, { goal: { atMost: 150 }, remark: `Chromium shows ${glass.says}` }),
              plain('commit to glass, p50', 'ms', seen.glassMiddle),
            ]
          : []),
      ];
    } finally {
      for (const close of closing) await close();
      for (const own of [screens, bareScreens, bare]) own.stop();
      await pool.end();
      await served.stop();
      await postgres.stop();
    }
  },
};

type Claiming = { served: Served; pool: Pool; agents: Actor[]; everyMs: number };

/** Claims what stands first in the queue, at a steady pace, each by another agent. Answers the tasks' ids. */
const claimAtPace = async ({ served, pool, agents, everyMs }: Claiming, count: number): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(`select id from tasks where status = 'waiting' order by rank, opened_at, id limit $1`, [count]);
  const cookies = await cookiesOf(pool, served.url, agents.splice(0, count));
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (const [n, { id }] of rows.entries()) {
    await pause(Math.max(0, began + n * everyMs - performance.now()));
    answers.push(claim(served, id, cookies[n] ?? ''));
  }
  await Promise.all(answers);
  return rows.map(({ id }) => id);
};

const claim = async ({ port }: Served, taskId: string, cookie: string): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/tasks.claim`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ taskId }),
  });
  if (answer.status !== 200) throw new Error(`A claim was answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
};

const committedAt = async (pool: Pool, ids: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await pool.query<{ id: string; at: number }>(
    `select id, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from tasks where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
};

/** From each commit to each screen, in milliseconds. Every screen must have heard of everything, once. */
const delays = async (screens: Screens, committed: Map<string, number>): Promise<number[]> => {
  const arrivals: { id: string; at: number }[] = [];
  for (const until = performance.now() + 20_000; performance.now() < until; await pause(50)) {
    arrivals.push(...(await screens.heard()).arrivals.filter(({ id }) => committed.has(id)));
    if (arrivals.length >= committed.size * SCREENS) break;
  }
  if (arrivals.length !== committed.size * SCREENS) throw new Error(`${SCREENS} screens heard ${arrivals.length} times of ${committed.size} things.`);
  return arrivals.map(({ id, at }) => at - (committed.get(id) ?? 0));
};

const framesOf = async (committed: Map<string, number>, shown: () => Promise<Record<string, number>>): Promise<number[]> => {
  const times = new Map([...committed].map(([id, at]) => [id.replace(/\D/g, ''), at]));
  for (const until = performance.now() + 20_000; performance.now() < until; await pause(50)) {
    const now = await shown();
    if ([...times.keys()].every((id) => now[id])) return [...times].map(([id, at]) => (now[id] ?? 0) - at);
  }
  throw new Error('The browser does not show all that was claimed.');
};

/** A claim as our stream tells it, with the task left open. */
const FRAME = `id: 12345\ndata: ${JSON.stringify({
  seq: 12_345, kind: 'task', id: '{ID}',
  event: { type: 'task.claimed', at: new Date(0).toISOString(), by: 'agent-1234', version: 2, taskId: 'task-00000001', queueId: randomUUID(), slot: 1, wasWaiting: true },
})}\n\n`;
