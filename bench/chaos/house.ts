import { urlOf } from '@firstline/server/platform/postgres/embedded.ts';
import { isAlive, traceOfServer } from '@firstline/server/platform/postgres/running.ts';
import { killServer } from '@firstline/server/platform/postgres/server-process.ts';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { familyOf } from '../process-facts.ts';
import { startServed, type Program, type Served } from '../served.ts';
import { ADMIN } from './people.ts';

export const PORTS = { http: 24_201, smtp: 24_202, sink: 24_203 };

export type RealHouse = {
  url: () => string;
  start: () => Promise<void>;
  killServer: () => Promise<void>;
  /** Kills PostgreSQL's first process; resolves when those that hang from it are gone too. */
  killDatabase: () => Promise<void>;
  said: () => string;
  stop: () => Promise<void>;
};

/** The real server on its own data, database included, and the means to kill each of the two. */
export const realHouse = (root: string, program: Program, dataDir: string): RealHouse => {
  const data = path.join(dataDir, 'postgres');
  let served: Served | undefined;
  let said = '';
  const trace = () => traceOfServer(data);
  const start = async (): Promise<void> => {
    await startServed({
      root, program, dataDir, port: PORTS.http, smtpPort: PORTS.smtp,
      spawned: (own) => (served = own),
      env: {
        MAIL_URL: `smtp://127.0.0.1:${PORTS.sink}`,
        FIRSTLINE_ADMIN_EMAIL: ADMIN.email,
        FIRSTLINE_ADMIN_PASSWORD: ADMIN.password,
        LOG_LEVEL: 'warn',
      },
    });
  };
  return {
    url: () => urlOf(trace()?.sockets ?? ''),
    start,
    killServer: async () => {
      const own = served;
      said += own?.said() ?? '';
      own?.child.kill('SIGKILL');
      await own?.stop();
    },
    killDatabase: async () => {
      const pid = trace()?.pid;
      if (!pid) return;
      const family = familyOf(pid);
      process.kill(pid, 'SIGKILL');
      for (const until = Date.now() + 10_000; family.some(isAlive) && Date.now() < until; ) await pause(5);
    },
    said: () => said + (served?.said() ?? ''),
    stop: async () => {
      await served?.stop();
      const left = trace();
      if (left?.alive) await killServer({ pid: left.pid, sockets: left.sockets });
    },
  };
};
