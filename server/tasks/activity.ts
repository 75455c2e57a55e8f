import type { Task } from '@firstline/domain/tasks/task.ts';
import type { Reader } from '../platform/reader.ts';

/** The holder's newest sign of life, if there was one since the claim. */
export const lastActivityAt = async (read: Reader, task: Task): Promise<string | undefined> => {
  const [row] = await read.rows<{ at: string }>('select at from task_activity where task_id = $1 and person_id = $2', [
    task.id,
    task.heldBy ?? '',
  ]);
  return row?.at;
};
