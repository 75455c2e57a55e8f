import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Desk } from './desk.ts';
import { prepared } from './prepared.ts';

const LEASE_SECONDS = 60;
/** Seconds before the next try; the last one repeats. A job is tried until it is done: trouble is shown, never dropped. */
const BACKOFF_SECONDS = [1, 5, 30, 120, 600, 3600];

type Due = { key: string; name: string; input: Recorded<DeskEvent>; since: string; attempts: number };

/**
 * Does what is due by the database's clock: taken with a lease, done, deleted; whoever dies leaves it to the next.
 * Jobs are taken as places come free, so one that waits for a silent mail server holds up no timer.
 */
export const jobsWorker = (desk: Desk, places: number, onPlaceFree: () => void = () => undefined) => {
  const running = new Set<Promise<void>>();
  return {
    /** Answers how many it took; it does not wait for them. */
    takeMore: async (): Promise<number> => {
      if (running.size >= places) return 0;
      const due = await takeDue(desk, places - running.size);
      for (const job of due) {
        const work: Promise<void> = runOne(desk, job).finally(() => {
          running.delete(work);
          onPlaceFree();
        });
        running.add(work);
      }
      return due.length;
    },
    /** Waits for what is running. */
    finish: async (): Promise<void> => {
      await Promise.all(running);
    },
  };
};

const takeDue = async (desk: Desk, most: number): Promise<Due[]> => {
  const { rows } = await desk.pool.query<Due>(
    prepared(
      `update jobs set due_at = desk_now() + interval '${LEASE_SECONDS} seconds', attempts = attempts + 1
       where key in (select key from jobs where due_at <= desk_now() order by due_at limit $1 for update skip locked)
       returning key, name, input, since, attempts`,
      [most],
    ),
  );
  return rows;
};

/** `attempts` fences: a job that was armed anew, or taken by another node after the lease, is not ours to settle. */
const runOne = async (desk: Desk, job: Due): Promise<void> => {
  try {
    await settle(desk, job, await work(desk, job));
  } catch (error) {
    // Neither done nor put off: the database is away. The lease runs out, and it is taken again.
    desk.log.error({ err: error, key: job.key }, 'A job could not be settled; it will be taken again.');
  }
};

type Settled = 'done' | { dueAt: string } | { trouble: string };

const work = async (desk: Desk, { key, name, input, since, attempts }: Due): Promise<Settled> => {
  try {
    const reaction = desk.parts.reactions.find((known) => known.name === name);
    if (!reaction) throw new Error(`Nothing here knows how to do ${name}.`);
    return (await reaction.run(input, insisting(desk), { commandId: `${key}@${since}`, attempts })) ?? 'done';
  } catch (error) {
    desk.log.warn({ err: error, job: name, key, attempts }, 'A job went wrong; it will be tried again.');
    return { trouble: String(error) };
  }
};

/** Nobody hears a job's command answer that its subject was busy to the end: it goes wrong, and so is tried again. */
const insisting = (desk: Desk): Desk => ({
  ...desk,
  run: async (command, input, by, asking) => {
    const outcome = await desk.run(command, input, by, asking);
    if (outcome.status === 409 && outcome.because === 'busy') throw new Error(`${command.spec.name} found its subject busy.`);
    return outcome;
  },
});

const settle = async (desk: Desk, { key, attempts }: Due, settled: Settled): Promise<void> => {
  if (settled === 'done') {
    await desk.pool.query(prepared('delete from jobs where key = $1 and attempts = $2', [key, attempts]));
  } else if ('dueAt' in settled) {
    await desk.pool.query(
      prepared(
        'update jobs set due_at = $3::timestamptz, since = $3::timestamptz, attempts = 0, trouble = null where key = $1 and attempts = $2',
        [key, attempts, settled.dueAt],
      ),
    );
  } else {
    const wait = BACKOFF_SECONDS[Math.min(attempts, BACKOFF_SECONDS.length) - 1];
    await desk.pool.query(
      prepared(
        'update jobs set due_at = desk_now() + make_interval(secs => $3), trouble = $4 where key = $1 and attempts = $2',
        [key, attempts, wait, settled.trouble],
      ),
    );
  }
};
