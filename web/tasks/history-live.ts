import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

type History = AnswerOf<'tasks.history'>;
type Told = { version?: number; conversationId?: string; appointmentId?: string; personId?: string; from?: string; to?: string };

/** What happens to the task, its thread and its appointments joins its history; the same entry once. */
export const evolveHistory: Evolve<History, { taskId: string }> = (history, { seq, kind, id, event }, { taskId }) => {
  const told = event as Told;
  const isOurs =
    (kind === 'task' && id === taskId) ||
    (kind === 'appointment' && event.taskId === taskId) ||
    (kind === 'conversation' && history.events.some((known) => (known.event as Told).conversationId === id));
  const isSame = (known: Told) => known.version === told.version && known.appointmentId === told.appointmentId;
  const { type, at, by } = event;
  if (!isOurs || history.events.some((known) => known.type === type && isSame(known.event as Told))) return { data: history };
  const data = { ...history, events: [...history.events, { type, at, by, seq, event }] };
  // Whom it speaks of, only the desk can name.
  const isNamed = [by, told.personId, told.from, told.to].every((who) => !who || who in history.names);
  return isNamed ? { data } : { data, again: 'soon' };
};
