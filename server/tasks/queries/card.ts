import { cardOf, type TaskCard } from '@firstline/domain/tasks/card.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import type { Pool } from 'pg';
import { prepared } from '../../platform/prepared.ts';
import { columnList, fromRow } from '../../platform/store.ts';
import { taskStore } from '../stores.ts';

const HIDDEN = ['"notes"', '"sub_tasks"', '"escalation"', '"ending"', '"grants"'];

/** What a list reads: never the notes of a task. */
export const CARD_COLUMNS = columnList(taskStore)
  .filter((column) => !HIDDEN.includes(column))
  .join(', ');

export const cardFromRow = (row: Record<string, unknown>): TaskCard => cardOf(fromRow<Task>(taskStore, row));

/** The newest sealed number. Read it before the rows: what is sealed meanwhile comes again by the stream, and is skipped by version. */
export const sealedSeq = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ seq: number }>(
    prepared('select coalesce(max(seq), 0)::bigint as seq from journal', []),
  );
  return rows[0]?.seq ?? 0;
};
