import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Desk } from './desk.ts';
import { prepared } from './prepared.ts';

const MOST_AT_ONCE = 50;
const LEASE_SECONDS = 60;
/** Seconds before the next try; the last one repeats. A job is tried until it is done: trouble is shown, never dropped. */
const BACKOFF_SECONDS = [1, 5, 30, 120, 600, 3600];

type Due = { key: string; name: string; input: Recorded<DeskEvent>; since: string; attempts: number };

/** Does what is due by the database's clock: taken with a lease, done, deleted. Whoever dies leaves it to the next. Answers whether more may be due. */
export const runDueJobs = async (desk: Desk): Promise<boolean> => {
  const { rows } = await desk.pool.query<Due>(
    prepared(
      `update jobs set due_at = desk_now() + interval '${LEASE_SECONDS} seconds', attempts = attempts + 1
       where key in (select key from jobs where due_at <= desk_now() order by due_at limit ${MOST_AT_ONCE} for update skip locked)
       returning key, name, input, since, attempts`,
      [],
    ),
  );
  await Promise.all(rows.map((job) => runOne(desk, job)));
  return rows.length > 0;
};

/** `attempts` fences: a job that was armed anew, or taken by another node after the lease, is not ours to settle. */
const runOne = async (desk: Desk, { key, name, input, since, attempts }: Due): Promise<void> => {
  try {
    const reaction = desk.parts.reactions.find((known) => known.name === name);
    if (!reaction) throw new Error(`Nothing here knows how to do ${name}.`);
    const again = await reaction.run(input, desk, { commandId: `${key}@${since}`, attempts });
    await desk.pool.query(
      again
        ? prepared(
            'update jobs set due_at = $3::timestamptz, since = $3::timestamptz, attempts = 0, trouble = null where key = $1 and attempts = $2',
            [key, attempts, again.dueAt],
          )
        : prepared('delete from jobs where key = $1 and attempts = $2', [key, attempts]),
    );
  } catch (error) {
    desk.log.error({ err: error, job: name, key, attempts }, 'A job went wrong; it will be tried again.');
    const wait = BACKOFF_SECONDS[Math.min(attempts, BACKOFF_SECONDS.length) - 1];
    await desk.pool.query(
      prepared(
        'update jobs set due_at = desk_now() + make_interval(secs => $3), trouble = $4 where key = $1 and attempts = $2',
        [key, attempts, wait, String(error)],
      ),
    );
  }
};
