import type { Recorded } from '@firstline/domain/event.ts';
import { evolveCard, type TaskCard } from '@firstline/domain/tasks/card.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';

export type TaskHappened = Recorded<TaskEvent>;

/** The card after the event; `missed` when something before it was not heard. */
export const cardAfter = (card: TaskCard, event: TaskHappened): TaskCard | 'missed' => {
  if (event.version <= card.version) return card;
  if (event.version > card.version + 1) return 'missed';
  const after = evolveCard(card, event);
  // A card does not carry its escalation; the event says where the task went.
  return event.type === 'task.returned' && !event.nowWaiting ? { ...after, status: 'escalated' } : after;
};

export const without = (cards: readonly TaskCard[], id: string): TaskCard[] => cards.filter((card) => card.id !== id);

export const cardOfId = (cards: readonly TaskCard[], id: string): TaskCard | undefined => cards.find((card) => card.id === id);
