import type { Recorded } from '@firstline/domain/event.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { releaseAt, warningAt } from '@firstline/domain/tasks/rules/index.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { Desk } from '../platform/desk.ts';
import { on } from '../platform/reaction.ts';
import { readerOf } from '../platform/reader.ts';
import { lastActivityAt } from './activity.ts';
import { checkIdle } from './commands/check-idle.ts';
import { taskStore } from './stores.ts';

type Claimed = Recorded<Extract<TaskEvent, { type: 'task.claimed' }>>;

/** From its claim to its end, a held task is looked at whenever it could have lain still for too long. */
export const idleTasksAreReleased = on<Claimed>(
  'task.claimed',
  'tasks.idle',
  async (event, desk, job) => {
    const due = await nextLook(desk, event);
    if (!due) return;
    if (due.at > due.now) return { dueAt: due.at };
    await desk.run(checkIdle, { taskId: event.taskId }, voice('clock'), { commandId: job.commandId });
    const next = await nextLook(desk, event);
    return next && { dueAt: next.at > next.now ? next.at : new Date(Date.parse(next.now) + 1000).toISOString() };
  },
  {
    key: (event) => `idle:${event.taskId}`,
    due: (event, policy) => new Date(Date.parse(event.at) + policy.idleWarningSeconds * 1000).toISOString(),
  },
);

const nextLook = async (desk: Desk, event: Claimed): Promise<{ at: string; now: string } | undefined> => {
  const { reader } = readerOf(desk.pool);
  const task = await reader.take(taskStore, event.taskId);
  if (task?.status !== 'held' || task.heldBy !== event.by) return undefined;
  const { policy } = await desk.house(task.queueId);
  const facts = { task, lastActivityAt: await lastActivityAt(reader, task), onCall: false, policy };
  const at = (task.returnsAt ? releaseAt(facts) : warningAt(facts)) ?? task.heldSince ?? '';
  return { at, now: await reader.now() };
};
