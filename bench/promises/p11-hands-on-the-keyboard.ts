import type { Actor } from '@firstline/domain/desk/role.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { manyTasks } from '@firstline/testing/many-tasks.ts';
import { benchDesk, crowd, type BenchDesk } from '../bench-desk.ts';
import { quantile, ratios } from '../numbers.ts';
import { benchPostgres } from '../postgres.ts';
import { plain, type Promised } from '../promised.ts';
import { hasBrowser } from '../screens/browser-screen.ts';
import { openWritingScreen, type Felt } from '../screens/writing-screen.ts';
import { serverProgram, startServed } from '../served.ts';
import { cookiesOf } from '../sessions.ts';
import { pairs } from '../turns.ts';

const A_SECOND = 50;
const WAITING = 200;
/** Those that come and go stand where the eye is: at the head of the queue. */
const MOVING = 40;

export const handsOnTheKeyboard: Promised = {
  id: 'P11',
  promise: 'On a machine four times slower, with 50 live events a second, three of four presses are answered within 100 ms, 98 of 100 within 200 ms, and a typed letter stands on the glass within 50 ms in 99 of 100',
  anchor: 'a bare page with a text field and a list of fifty rows that hears the same stream, on the same slowed machine, in turns',
  measure: async (bench) => {
    if (!hasBrowser()) throw new Error('There is no Chromium to type into; CHROMIUM names one.');
    const characters = bench.short ? 24 : 240;
    const folder = bench.newFolder('p11');
    const postgres = await benchPostgres(folder, bench.root);
    const program = serverProgram(bench.root);
    const closing: (() => Promise<unknown>)[] = [postgres.stop];
    try {
      const inside = await benchDesk(postgres.url);
      closing.unshift(inside.stop);
      const { pool, queueId } = inside;
      await manyTasks(pool, { queueId, to: WAITING });
      const [writer, ...others] = await crowd(pool, MOVING + 1, queueId);
      const { rows } = await pool.query<{ id: string }>(`select id from tasks order by rank, opened_at, id limit $1`, [MOVING + 1]);
      const [own, ...moving] = rows.map(({ id }) => id);
      if (!writer || !own) throw new Error('Nobody writes.');
      await ask(inside, 'tasks.claim', own, writer);
      const served = await startServed({ root: bench.root, program, dataDir: folder, port: 24_111, smtpPort: 24_112, env: { DATABASE_URL: postgres.url } });
      closing.unshift(served.stop);
      const [cookie = ''] = await cookiesOf(pool, served.url, [writer]);
      const screen = await openWritingScreen(served.url, cookie);
      closing.unshift(screen.close);

      const seen = { desk: [] as Felt[], bare: [] as Felt[] };
      for (let round = 0; round < (bench.short ? 1 : pairs(bench)); round++)
        for (const what of ['bare', 'desk'] as const) {
          await screen.open(what);
          const live = comeAndGo(inside, others, moving);
          seen[what].push(await screen.write(characters));
          await live.stop();
        }
      const of = (felt: Felt[], part: keyof Omit<Felt, 'heard'>, share: number): number[] => felt.map((one) => quantile(one[part], share));
      const against = (what: string, part: keyof Omit<Felt, 'heard'>, share: number) => {
        const [ours, anchor] = [of(seen.desk, part, share), of(seen.bare, part, share)];
        return { what, unit: 'ms', ours, anchor, held: ratios(ours, anchor) };
      };
      return [
        plain('INP, p75', 'ms', of(seen.desk, 'interactions', 0.75), {
          goal: { atMost: 100 }, floor: { atMost: 2000 },
          remark: `the browser's event timing at a fourth of its speed; ${characters} letters a round with steps through the queue between them; ${Math.round(seen.desk.reduce((sum, { heard }) => sum + heard, 0) / seen.desk.length)} live entries in a round; server ${program.says}`,
        }),
        plain('INP, p98', 'ms', of(seen.desk, 'interactions', 0.98), { goal: { atMost: 200 } }),
        plain('key to paint, p99', 'ms', of(seen.desk, 'typed', 0.99), { goal: { atMost: 50 } }),
        { ...against('key to paint, p50 against the bare page', 'typed', 0.5), goal: { atMost: 2 } },
        against('key to paint, p99 against the bare page', 'typed', 0.99),
        against('INP, p75 against the bare page', 'interactions', 0.75),
      ];
    } finally {
      for (const close of closing) await close();
    }
  },
};

const ask = async ({ desk }: BenchDesk, name: string, taskId: string, by: Actor): Promise<void> => {
  const command = desk.parts.commands.find(({ spec }) => spec.name === name);
  if (!command) throw new Error(`There is no ${name}.`);
  const outcome = await desk.run(command, { taskId }, by, { commandId: randomUUID() });
  if (outcome.status !== 200) throw new Error(`${name}: ${JSON.stringify(outcome).slice(0, 300)}`);
};

/** Tasks at the head of the queue are claimed and given back at a steady pace: each time every screen hears of it. */
const comeAndGo = (inside: BenchDesk, agents: readonly Actor[], taskIds: readonly string[]) => {
  let isOver = false;
  const run = async (): Promise<void> => {
    const began = performance.now();
    const held: number[] = [];
    for (let n = 0; !isOver; n++) {
      await pause(Math.max(0, began + (n * 1000) / A_SECOND - performance.now()));
      const given = n % 2 === 1 && held.length > MOVING / 4 ? held.shift() : undefined;
      const at = given ?? Math.floor(n / 2) % MOVING;
      if (given === undefined && held.includes(at)) continue;
      if (given === undefined) held.push(at);
      await ask(inside, given === undefined ? 'tasks.claim' : 'tasks.return', taskIds[at] ?? '', agents[at] as Actor);
    }
    for (const at of held) await ask(inside, 'tasks.return', taskIds[at] ?? '', agents[at] as Actor);
  };
  const running = run();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
};
