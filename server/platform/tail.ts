import type { Pool } from 'pg';
import type { Sealed } from './journal.ts';
import { prepared } from './prepared.ts';

const MOST_AT_ONCE = 500;
/** Sealed entries kept in memory: what a screen that was away for a moment catches up from. */
const KEPT = 20_000;

export type Tail = {
  /** The newest number this node has read. */
  seq: () => number;
  /** Entries after a number, oldest first; nothing when that is further back than is kept, or not reached. */
  since: (seq: number) => readonly Sealed[] | undefined;
  listen: (listener: (run: readonly Sealed[]) => void) => () => void;
  /** Takes what this node sealed itself, so that it need not be read back; answers whether it came next. */
  take: (run: readonly Sealed[]) => boolean;
  /** Reads what was sealed since; answers whether there may be more. */
  read: () => Promise<boolean>;
};

/** Follows the journal: every node reads each sealed entry once, whoever sealed it. */
export const followJournal = async (pool: Pool): Promise<Tail> => {
  const { rows: heads } = await pool.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from journal');
  let last = heads[0]?.seq ?? 0;
  let kept: Sealed[] = [];
  const listeners = new Set<(run: readonly Sealed[]) => void>();

  const follow = (run: readonly Sealed[]): void => {
    last = run.at(-1)?.seq ?? last;
    kept.push(...run);
    if (kept.length > KEPT * 1.2) kept = kept.slice(-KEPT);
    for (const listener of listeners) listener(run);
  };

  return {
    seq: () => last,
    since: (seq) => {
      if (seq === last) return [];
      // Heard before a backup was brought back: what came of it meanwhile is not known here.
      if (seq > last) return undefined;
      const first = kept[0]?.seq ?? last + 1;
      return seq + 1 < first ? undefined : kept.slice(seq + 1 - first);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (run) => {
      const isNext = run[0]?.seq === last + 1;
      if (isNext) follow(run);
      return isNext;
    },
    read: async () => {
      const { rows } = await pool.query<Sealed>(prepared(NEXT, [last, MOST_AT_ONCE]));
      // What this node sealed meanwhile is there already.
      const run = rows.filter(({ seq }) => seq > last);
      if (run.length > 0) follow(run);
      return rows.length === MOST_AT_ONCE;
    },
  };
};

// How many is not in the text: a plan made for so many while the journal is short reads all of it, also when it is long.
const NEXT = 'select * from journal where seq > $1 order by seq limit $2';
