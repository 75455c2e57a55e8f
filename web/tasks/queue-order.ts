import type { TaskCard } from '@firstline/domain/tasks/card.ts';

export type QueueOrder = 'priority' | 'oldest' | 'newest' | 'due';

/** Which of two stands first, as the desk sorts its pages. Times are ISO text of one length, so text compares as time does. */
export const inOrder = (order: QueueOrder = 'priority') => (one: TaskCard, other: TaskCard): number => {
  const down = order === 'newest' ? -1 : 1;
  return (
    (order === 'priority' ? one.rank - other.rank : 0) ||
    (order === 'due' ? compared(one.answerDueAt ?? '', other.answerDueAt ?? '') : down * compared(one.openedAt, other.openedAt)) ||
    down * compared(one.id, other.id)
  );
};

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
