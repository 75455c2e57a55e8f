import type { Pool } from 'pg';
import type { Sealed } from './journal.ts';
import { prepared } from './prepared.ts';

const MOST_AT_ONCE = 500;
/** Sealed entries kept in memory: what a screen that was away for a moment catches up from. */
const KEPT = 20_000;

export type Tail = {
  /** The newest number this node has read. */
  seq: () => number;
  /** Entries after a number, oldest first; nothing when that is further back than is kept. */
  since: (seq: number) => readonly Sealed[] | undefined;
  listen: (listener: (run: readonly Sealed[]) => void) => () => void;
  /** Reads what was sealed since; answers whether there may be more. */
  read: () => Promise<boolean>;
};

/** Follows the journal: every node reads each sealed entry once, whoever sealed it. */
export const followJournal = async (pool: Pool): Promise<Tail> => {
  const { rows } = await pool.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from journal');
  let last = rows[0]?.seq ?? 0;
  let kept: Sealed[] = [];
  const listeners = new Set<(run: readonly Sealed[]) => void>();

  return {
    seq: () => last,
    since: (seq) => {
      if (seq >= last) return [];
      const first = kept[0]?.seq ?? last + 1;
      return seq + 1 < first ? undefined : kept.slice(seq + 1 - first);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async () => {
      const { rows: run } = await pool.query<Sealed>(
        prepared(`select * from journal where seq > $1 order by seq limit ${MOST_AT_ONCE}`, [last]),
      );
      if (run.length === 0) return false;
      last = run.at(-1)?.seq ?? last;
      kept.push(...run);
      if (kept.length > KEPT * 1.2) kept = kept.slice(-KEPT);
      for (const listener of listeners) listener(run);
      return run.length === MOST_AT_ONCE;
    },
  };
};
