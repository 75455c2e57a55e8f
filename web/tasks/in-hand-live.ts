import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** What puts a task into hands, or takes it out of them. */
const HANDS = new Set([
  'task.claimed', 'task.returned', 'task.parked', 'task.cameBack', 'task.offeredToAll', 'task.claimUndone', 'task.closeUndone',
  'task.withdrawn', 'task.assigned', 'task.escalated', 'task.closed', 'task.warned', 'task.continued', 'task.protected', 'task.unprotected',
]);

export const evolveInHand: Evolve<AnswerOf<'tasks.inHand'>, unknown> = (data, { event: { type } }) => ({ data, ...(HANDS.has(type) && { again: 'soon' }) });
