import type { FastifyInstance } from 'fastify';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { buildId } from './build-id.ts';
import { openFileDoors, openHtmlDoor, openSmtp, startSweeping, useMailServer, useObjects } from './conversations/index.ts';
import { openImportDoor } from './customers/index.ts';
import { deskCaches, firstRun, openSignIn } from './desk/index.ts';
import { openApi } from './openapi.ts';
import { partsOf } from './parts.ts';
import type { Config } from './platform/config.ts';
import type { Desk } from './platform/desk.ts';
import { makeDesk } from './platform/make-desk.ts';
import { startEngine, type Engine } from './platform/engine.ts';
import { openDoors } from './platform/http.ts';
import { objectsIn } from './platform/objects.ts';
import { makeMetrics } from './platform/metrics.ts';
import { connect } from './platform/postgres/connect.ts';
import { sendProblem } from './platform/problem.ts';
import { openPush } from './platform/push.ts';
import { readScreens } from './screens.ts';
import { openTopics, openTrailDoor, reachesTask, reachesThread, useNotices } from './tasks/index.ts';

export type Running = {
  desk: Desk;
  engine: Engine;
  port: number;
  smtpPort: number;
  /** The one-time link of a desk that nobody has signed in to yet. */
  link?: string;
  /** Takes no more work, finishes what is in hand, and leaves. */
  stop: () => Promise<void>;
};

export type Serving = { config: Config; databaseUrl: string; log: Logger; root: string };

/** What was opened, closed in the opposite order. */
type Opened = (() => Promise<unknown> | void)[];

/** The whole desk over a database that is migrated. What cannot open wholly leaves nothing open. */
export const serve = async (serving: Serving): Promise<Running> => {
  const opened: Opened = [];
  const close = async (): Promise<void> => {
    for (const closes of opened.splice(0).reverse()) await closes();
  };
  try {
    return await open(serving, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
};

const open = async ({ config, databaseUrl, log, root }: Serving, opened: Opened, close: () => Promise<void>): Promise<Running> => {
  await mkdir(config.dataDir, { recursive: true });
  const pool = connect(databaseUrl, { size: 16, applicationName: 'firstline' });
  opened.push(() => pool.end());
  const build = buildId(root);
  const desk = makeDesk(pool, log, partsOf({ build, url: config.url }));
  useObjects(desk, objectsIn(path.join(config.dataDir, 'files')));
  useMailServer(desk, config);
  useNotices(desk, config);
  await startSweeping(desk);
  const engine = await startEngine(desk, databaseUrl);
  opened.push(() => engine.stop());
  const metrics = makeMetrics();
  let leaving = false;

  const signIn: { whoIs?: Awaited<ReturnType<typeof openSignIn>>['whoIs'] } = {};
  const screens = await readScreens(path.join(root, 'dist/web'));
  const http = openDoors(desk, (request) => signIn.whoIs?.(request) ?? Promise.resolve(undefined), metrics, { page: screens.page, trustedProxy: config.trustedProxy });
  const { whoIs } = await openSignIn(http, desk, config);
  signIn.whoIs = whoIs;
  opened.push(() => http.close());
  const push = openPush(http, desk, engine.tail, build, whoIs, openTopics, metrics);
  opened.push(() => push.stop());
  deskCaches(desk, engine.tail, push.cut);
  openHtmlDoor(http, desk, whoIs, reachesThread);
  openFileDoors(http, desk, whoIs, { task: reachesTask, thread: reachesThread });
  openImportDoor(http, desk, whoIs);
  openTrailDoor(http, desk, whoIs);
  openHouseKeeping(http, pool, metrics, () => leaving);
  screens.open(http);

  const link = (await firstRun(desk, config)).link;
  const smtp = await openSmtp(desk, config);
  opened.push(() => smtp.close());
  await http.listen({ port: config.port, host: config.host });
  const address = http.server.address();

  return {
    desk,
    engine,
    port: typeof address === 'object' && address ? address.port : config.port,
    smtpPort: smtp.port,
    link,
    stop: async () => {
      leaving = true;
      await close();
    },
  };
};

const openHouseKeeping = (
  http: FastifyInstance,
  pool: Pool,
  metrics: ReturnType<typeof makeMetrics>,
  leaving: () => boolean,
): void => {
  http.get('/healthz', (_, reply) => reply.send({ alive: true }));
  http.get('/readyz', async (_, reply) => {
    if (leaving()) return sendProblem(reply, 'not-ready');
    try {
      await pool.query('select 1');
      return await reply.send({ ready: true });
    } catch {
      return sendProblem(reply, 'not-ready');
    }
  });
  http.get('/metrics', async (_, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  http.get('/api/openapi.json', (_, reply) => reply.send(openApi()));
};
