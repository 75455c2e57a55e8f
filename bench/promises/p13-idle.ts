import { allQueues } from '@firstline/server/desk/index.ts';
import { startEmbedded } from '@firstline/server/platform/postgres/embedded.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { allSealed, crowd } from '../bench-desk.ts';
import { cpuSeconds, familyCpuSeconds } from '../process-facts.ts';
import { plain, type Promised } from '../promised.ts';
import { openScreens } from '../screens/screens.ts';
import { serverProgram, startServed } from '../served.ts';
import { cookiesOf } from '../sessions.ts';

const SCREENS = 200;

export const idle: Promised = {
  id: 'P13',
  promise: 'Two hundred screens that nothing happens on cost five statements a second and 3 % of one core at most',
  anchor: 'nothing',
  measure: async (bench) => {
    const seconds = bench.short ? 5 : 60;
    const dataDir = bench.newFolder('p13');
    const program = serverProgram(bench.root);
    const served = await startServed({ root: bench.root, program, dataDir, port: 24_131, smtpPort: 24_132 });
    const member = await startEmbedded(dataDir);
    const pool = connect(member.url, { size: 1, applicationName: 'firstline bench' });
    const screens = openScreens();
    try {
      const people = await crowd(pool, SCREENS, (await allQueues(pool))[0]?.id ?? '');
      const cookies = await cookiesOf(pool, served.url, people);
      const { screens: open } = await screens.open(served.port, cookies);
      if (open !== SCREENS) throw new Error(`${open} screens are open instead of ${SCREENS}.`);
      await allSealed(pool);
      // What opening them has left to tidy up is done, and backends have told their counts, which they do late when idle.
      await pause(bench.short ? 11_000 : 15_000);
      const [before, cpu, base, began] = [await commits(pool), cpuSeconds(served.pid), familyCpuSeconds(member.pid), performance.now()];
      await pause(seconds * 1000);
      const [after, elapsed] = [await commits(pool), (performance.now() - began) / 1000];
      const [ours, theirs] = [cpuSeconds(served.pid) - cpu, familyCpuSeconds(member.pid) - base];
      const heard = await screens.heard();
      if (heard.screens !== SCREENS) throw new Error(`${SCREENS - heard.screens} screens were lost.`);
      return [
        plain('database statements', 'a second', [(after - before - 1) / elapsed], {
          goal: { atMost: 5 }, floor: { atMost: 8 },
          remark: `${elapsed.toFixed(0)} s; transactions as PostgreSQL counts them; beats reach all ${SCREENS} screens every 10 s`,
        }),
        plain('server', '% of one core', [(ours / elapsed) * 100], { goal: { atMost: 3 }, floor: { atMost: 25 } }),
        plain('PostgreSQL', '% of one core', [(theirs / elapsed) * 100]),
      ];
    } finally {
      screens.stop();
      await pool.end();
      await served.stop();
      await member.stop();
    }
  },
};

const commits = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    `select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`,
  );
  return rows[0]?.n ?? 0;
};
