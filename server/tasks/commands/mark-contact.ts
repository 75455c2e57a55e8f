import { tasks } from '@firstline/contract/tasks.ts';
import { isPast } from '@firstline/domain/moment.ts';
import { isHoldOf } from '@firstline/domain/tasks/holding-events.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { firstContactOf } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import { readBy, secondsSince } from '../first-contact.ts';
import { taskStore } from '../stores.ts';
import { teamAnswered } from '../team-answered.ts';

type Facts = { task: Task; isInHands: boolean; since?: string; first?: string };

/** A mail has left: it is a contact as of when it was written, although its writer may have let the task go meanwhile. */
export const markContact = command({
  spec: tasks.markContact,
  facts: async (read, { input: { taskId, by, at } }): Promise<Facts | typeof NOT_THERE> => {
    const task = await read.take(taskStore, taskId);
    if (!task) return NOT_THERE;
    const isInHands = isHoldOf(task, { by, at });
    const since = isInHands ? task.heldSince : await heldSince(read, { taskId, by, at });
    return { task, isInHands, since, first: since && (await firstContactOf(read, { conversationId: task.conversationId, by, since })) };
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task, isInHands, since, first }, { input: { messageId, by, at } }) => [
    ...(task.escalation && isPast(task.escalation.at, at) ? teamAnswered(task) : []),
    ...(since && first === messageId && !(isInHands && task.firstContact)
      ? [{ type: 'task.contacted' as const, taskId: task.id, seconds: secondsSince(since, at), ...(isInHands && { read: readBy(task, at) }), wrote: { by, at } }]
      : []),
  ],
});

const heldSince = async (read: Reader, { taskId, by, at }: { taskId: string; by: string; at: string }): Promise<string | undefined> =>
  (await read.rows<{ since: string }>('select since from task_holds where task_id = $1 and person_id = $2 and since <= $3::timestamptz', [taskId, by, at]))[0]?.since;
