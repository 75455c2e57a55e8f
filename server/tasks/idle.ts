import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { later } from '@firstline/domain/moment.ts';
import { levelOf } from '@firstline/domain/rule.ts';
import { idleTaskIsReleased } from '@firstline/domain/tasks/rules/idle-task-is-released.ts';
import { callsEndAt, releaseAt, warningAt } from '@firstline/domain/tasks/rules/index.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { Desk } from '../platform/desk.ts';
import { on } from '../platform/reaction.ts';
import { readerOf } from '../platform/reader.ts';
import { idleFacts } from './activity.ts';
import { checkIdle } from './commands/check-idle.ts';
import { taskStore } from './stores.ts';

/** From each of these on a task is in somebody's hands, and its time begins. */
const BEGINNINGS = ['task.claimed', 'task.cameBack', 'task.assigned', 'task.closeUndone', 'task.unprotected'] as const satisfies TaskEvent['type'][];

type Begun = Recorded<Extract<TaskEvent, { type: (typeof BEGINNINGS)[number] }>>;

/** From then to its end, a held task is looked at whenever it could have lain still for too long. */
export const idleReactions = BEGINNINGS.map((type) =>
  on<Begun & Recorded<DeskEvent>>(
    type,
    type === 'task.claimed' ? 'tasks.idle' : `tasks.idle:${type}`,
    async ({ taskId }, desk, job) => {
      const due = await nextLook(desk, taskId);
      if (!due) return;
      if (due.at > due.now) return { dueAt: due.at };
      await desk.run(checkIdle, { taskId }, voice('clock'), { commandId: job.commandId });
      const next = await nextLook(desk, taskId);
      return next && { dueAt: next.at > next.now ? next.at : later(next.now, 1) };
    },
    {
      key: ({ taskId }) => `idle:${taskId}`,
      due: (event, policy) => later(event.at, policy.idleWarningSeconds),
    },
  ),
);

const nextLook = async (desk: Desk, taskId: string): Promise<{ at: string; now: string } | undefined> => {
  const { reader } = readerOf(desk.pool);
  const task = await reader.take(taskStore, taskId);
  if (task?.status !== 'held') return undefined;
  const { policy, levels } = await desk.house(task.queueId);
  const facts = await idleFacts(reader, task, policy);
  // Nobody is asked; but the house may want it again.
  if (levelOf(idleTaskIsReleased, levels) === 'off') return { at: later(facts.now, policy.idleWarningSeconds), now: facts.now };
  const at = facts.onCall ? callsEndAt(task, policy) : task.returnsAt ? releaseAt(facts) : warningAt(facts);
  return { at: at ?? task.heldSince ?? '', now: facts.now };
};
