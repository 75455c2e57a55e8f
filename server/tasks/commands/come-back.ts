import { tasks } from '@firstline/contract/tasks.ts';
import { isPast, later } from '@firstline/domain/moment.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';
import { isActive } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { freeSlot, hasFreePlace, heldNow, type HeldNow } from '../places.ts';
import { taskStore } from '../stores.ts';

type Facts = { task: Task; held: HeldNow[]; isThere: boolean };

/** A parked task goes back into its agent's hands; when these are full it waits for them first, and when they left, for all. */
export const comeBack = command({
  spec: tasks.comeBack,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    if (!task) return NOT_THERE;
    const whose = task.parkedBy ?? '';
    return { task, held: await heldNow(read, whose), isThere: await isActive(read, whose) };
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task, held, isThere }, { input: { cause }, now, house }): TaskEvent[] => {
    if (task.status !== 'parked' || !task.parkedBy || (cause === 'due' && !isPast(task.parkedUntil, now))) return [];
    const back = { type: 'task.cameBack' as const, taskId: task.id, queueId: task.queueId, taskType: task.taskType, cause, to: task.parkedBy };
    if (isThere && hasFreePlace(held, house)) return [{ ...back, slot: freeSlot(held, house), nowWaiting: false }];
    const reservedUntil = later(now, house.policy.reservedMinutes * 60);
    const waiting: TaskEvent = { ...back, nowWaiting: !task.escalation, ...(isThere && { reservedUntil }) };
    return isThere ? [waiting] : [waiting, { type: 'task.offeredToAll', taskId: task.id }];
  },
});
