import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { serverAccount } from './account.ts';
import { packagedBinaries } from './binaries.ts';
import { prepareData } from './data-folder.ts';
import { isLast, joinServer } from './membership.ts';
import { NotPossible } from './not-possible.ts';
import { traceOfServer } from './running.ts';
import { type Place, removeSockets, socketFolder, type Spawned, spawnServer, stopServer } from './server-process.ts';

export type EmbeddedOptions = {
  /** A folder with `postgres` and `initdb` to use in place of the package's. */
  binaries?: string;
  /** Trades durability for speed: tests only. */
  fast?: boolean;
};

/**
 * Starts PostgreSQL on `<folder>/postgres`, or joins the server that already runs there.
 * A server that dies meanwhile is started again under the same url.
 * `stop` ends the server when no other application has joined it; the last one turns off the light.
 */
export const startEmbedded = async (folder: string, options: EmbeddedOptions = {}) => {
  const place = placeFor(resolve(folder), options);
  let server = await reach(place);
  let stopping: Promise<void> | undefined;
  let revival: Promise<void> | undefined;

  const watch = () => server.member.once('end', () => { if (!stopping) revival = revive(); });
  const revive = async () => {
    while (!stopping) {
      try {
        server = await reach(place, server.sockets);
        return void watch();
      } catch {
        await pause(1000); // queries fail meanwhile, which is what tells a person
      }
    }
  };
  watch();

  const leave = async () => {
    await revival;
    const last = await isLast(server.member).catch(() => false); // it may have died this moment
    if (last) await stopServer(server);
    await server.member.end().catch(() => {});
  };

  return {
    url: urlOf(server.sockets),
    adopted: server.adopted,
    stop: () => (stopping ??= leave()),
    get pid() { return server.pid; },
  };
};

export type Reached = { pid: number; sockets: string; adopted: boolean; member: Client };

export const urlOf = (sockets: string, database = 'firstline') =>
  `postgresql://firstline@localhost/${database}?host=${encodeURIComponent(sockets)}`;

export const placeFor = (folder: string, { binaries, fast = false }: EmbeddedOptions): Place => {
  mkdirSync(folder, { recursive: true });
  const data = join(folder, 'postgres');
  const account = serverAccount(data);
  return { folder, data, account, fast, binaries: binaries ?? packagedBinaries(account, folder) };
};

/** Any number of applications may do this at once: PostgreSQL's own lock file lets one server through, the rest join it. */
export const reach = async (place: Place, sockets?: string): Promise<Reached> => {
  prepareData(place.data, place.account, place.binaries, place.fast);
  let child: Spawned | undefined;
  let ownSockets: string | undefined;

  for (const until = Date.now() + 120_000; Date.now() < until; await pause(15)) {
    const trace = traceOfServer(place.data);
    if (trace?.alive) {
      const member = trace.ready ? await joinServer(trace.sockets) : undefined;
      if (member && ownSockets !== trace.sockets) removeSockets(ownSockets);
      if (member) return { pid: trace.pid, sockets: trace.sockets, adopted: trace.pid !== child?.pid, member };
    } else if (child === undefined) {
      ownSockets ??= sockets ?? socketFolder(place.account, trace?.sockets);
      child = spawnServer(place, ownSockets, trace);
    } else if (child.hasEnded()) {
      const reason = child.said();
      if (!MAY_PASS.test(reason)) {
        removeSockets(ownSockets);
        throw new NotPossible(`PostgreSQL does not start:\n${reason}`);
      }
      child = undefined;
      await pause(300);
    }
  }
  const silent = traceOfServer(place.data);
  throw new NotPossible(
    `PostgreSQL on ${place.data} (process ${silent?.pid}) gives no answer at ${silent?.sockets}. ` +
      `Read ${place.folder}/postgres.log; if nothing there helps, stop it with: kill -INT ${silent?.pid}`,
  );
};

// Another start was quicker, or the processes of a killed server are still letting go of its memory.
const MAY_PASS = /lock file|shared memory block/;
