import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Desk } from './desk.ts';
import { hints } from './hints.ts';
import { jobsWorker } from './jobs.ts';
import { prepared } from './prepared.ts';
import { pulse } from './pulse.ts';
import { recount } from './recount.ts';
import { seal } from './sealer.ts';
import { followJournal, type Tail } from './tail.ts';

const WATCH_MS = 1000;
const RECOUNT_MS = 600_000;
/** So many entries at once are a flood: they are sealed in fewer, larger runs. Single ones reach their screens without a wait. */
const A_FLOOD = 12;
const DAY = '24 hours';
const JOBS_AT_ONCE = 32;

export type Engine = {
  tail: Tail;
  stop: () => Promise<void>;
};

/** Sets the machinery going: sealing, following the journal, doing what is due, and one look a second for whatever no hint told. */
export const startEngine = async (desk: Desk, url: string): Promise<Engine> => {
  const node = randomUUID();
  const trouble = (what: string) => (error: unknown) => desk.log.error({ err: error }, `${what} went wrong; trying again.`);
  const tail = await followJournal(desk.pool);

  const following = pulse(tail.read, trouble('Following the journal'));
  const sealing = pulse(async () => {
    const sealed = await seal(desk.pool, desk.parts.tally, (run) => {
      if (!tail.take(run)) following.nudge();
    });
    if (sealed > 0) wake.send('sealed');
    return sealed >= A_FLOOD ? 'much' : sealed > 0;
  }, trouble('Sealing the journal'), { rest: 2 });
  const jobs = jobsWorker(desk, JOBS_AT_ONCE, () => working.nudge());
  const working = pulse(async () => {
    await jobs.takeMore();
    return false;
  }, trouble('Doing what is due'));
  const wake = await hints(
    url,
    node,
    (hint) => (hint === 'sealed' ? following.nudge() : sealing.nudge()),
    desk.log,
  );

  let alarm: NodeJS.Timeout | undefined;
  let alarmAt = Infinity;
  const wakeAt = (ms: number): void => {
    const at = Date.now() + ms;
    if (ms > WATCH_MS || at >= alarmAt) return;
    clearTimeout(alarm);
    alarmAt = at;
    alarm = setTimeout(() => {
      alarmAt = Infinity;
      working.nudge();
    }, Math.max(0, ms));
  };

  desk.onCommitted((written) => {
    sealing.nudge();
    for (const job of written) wakeAt(Date.parse(job.due_at) - Date.now());
  });

  const watch = pulse(async () => {
    const { unsealed, seq, dueIn } = await look(desk.pool);
    if (unsealed) sealing.nudge();
    if (seq > tail.seq()) following.nudge();
    if (dueIn !== null) wakeAt(dueIn);
    return false;
  }, trouble('Looking around'));
  const counting = pulse(async () => {
    const off = await recount(desk.pool, desk.parts);
    if (off > 0) desk.log.warn({ off }, 'Badges were counted otherwise than the rows have them; they are right again.');
    return false;
  }, trouble('Counting the badges anew'));
  counting.nudge();
  const everyWhile = setInterval(counting.nudge, RECOUNT_MS);
  const everySecond = setInterval(watch.nudge, WATCH_MS);
  const everyHour = setInterval(() => void forgetAnswers(desk.pool).catch(trouble('Clearing old answers')), 3_600_000);

  return {
    tail,
    stop: async () => {
      clearInterval(everySecond);
      clearInterval(everyHour);
      clearInterval(everyWhile);
      clearTimeout(alarm);
      await Promise.all([watch.stop(), working.stop(), counting.stop()]);
      await jobs.finish();
      await sealing.stop();
      await following.stop();
      await wake.stop();
    },
  };
};

type Look = { unsealed: boolean; seq: number; dueIn: number | null };

const look = async (pool: Pool): Promise<Look> => {
  const { rows } = await pool.query<Look>(
    prepared(
      `select exists (select 1 from journal_inbox) as unsealed,
         coalesce((select max(seq) from journal), 0) as seq,
         (select extract(epoch from min(due_at) - desk_now()) * 1000 from jobs)::float8 as "dueIn"`,
      [],
    ),
  );
  return rows[0] as Look;
};

const forgetAnswers = (pool: Pool) => pool.query(`delete from commands where at < desk_now() - interval '${DAY}'`);
