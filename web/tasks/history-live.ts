import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

type History = AnswerOf<'tasks.history'>;

/** What happens to the task and its thread joins its history; the same entry once. */
export const evolveHistory: Evolve<History, { taskId: string }> = (history, { seq, kind, id, event }, { taskId }) => {
  const isOurs =
    (kind === 'task' && id === taskId) ||
    (kind === 'conversation' && history.events.some((known) => (known.event as { conversationId?: string }).conversationId === id));
  const { type, at, by, version } = event;
  const isKnown = history.events.some((known) => known.type === type && (known.event as { version?: number }).version === version);
  if (!isOurs || isKnown) return { data: history };
  return { data: { ...history, events: [...history.events, { type, at, by, seq, event }] } };
};
