import type { Policy } from '@firstline/domain/policy.ts';
import { isOnCall, type Idling } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import type { Reader } from '../platform/reader.ts';

/** What the clock judges a task by: the holder's newest sign of life, a closed browser, a call that goes on. */
export const idleFacts = async (read: Reader, task: Task, policy: Policy): Promise<Idling & { task: Task; policy: Policy }> => {
  const [row] = await read.rows<{ at: string; left_at: string | null }>(
    'select at, left_at from task_activity where task_id = $1 and person_id = $2',
    [task.id, task.heldBy ?? ''],
  );
  const now = await read.now();
  return {
    task,
    ...(row && { lastActivityAt: row.at }),
    ...(row?.left_at && { leftAt: row.left_at }),
    now,
    onCall: isOnCall(task, now, policy),
    policy,
  };
};
