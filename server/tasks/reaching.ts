import { reaches, type Actor } from '@firstline/domain/desk/role.ts';
import type { Desk } from '../platform/desk.ts';
import { prepared } from '../platform/prepared.ts';

/** Whether a task is this person's to see. */
export const reachesTask = async (desk: Desk, by: Actor, taskId: string): Promise<boolean> => {
  const { rows } = await desk.pool.query<{ queue_id: string }>(prepared('select queue_id from tasks where id = $1', [taskId]));
  return rows.some(({ queue_id }) => reaches(by, queue_id));
};

/** Whether a thread is: through one of its tasks, wherever they went. */
export const reachesThread = async (desk: Desk, by: Actor, conversationId: string): Promise<boolean> => {
  const { rows } = await desk.pool.query<{ queue_id: string }>(
    prepared('select distinct queue_id from tasks where conversation_id = $1', [conversationId]),
  );
  return rows.some(({ queue_id }) => reaches(by, queue_id));
};
