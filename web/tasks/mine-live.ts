import type { MyWork } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import type { Evolve } from '../platform/live-cache.ts';
import { cardAfter, cardOfId, without, type TaskHappened } from './card-live.ts';

const MOST_RECENT = 10;

/** What I hold, wait for and held: a task that leaves me stands first among the recent ones. */
export const evolveMine =
  (me: Pick<Actor, 'id'>): Evolve<MyWork, unknown> =>
  (mine, { kind, event: heard }) => {
    if (kind !== 'task') return { data: mine };
    const event = heard as unknown as TaskHappened;
    const known = [...mine.held, ...mine.parked, ...mine.recent].find(({ id }) => id === event.taskId);
    if (!known) return comesToMe(event, me.id) ? { data: mine, again: 'now' } : { data: mine };
    const card = cardAfter(known, event);
    if (card === 'missed') return { data: mine, again: 'soon' };
    if (card === known) return { data: mine };

    const place = placeOf(card, me.id);
    const wasRecent = cardOfId(mine.recent, card.id) !== undefined;
    return {
      data: {
        ...mine,
        held: put(mine.held, card, place === 'held'),
        parked: put(mine.parked, card, place === 'parked'),
        recent: place === 'recent' && !wasRecent ? [card, ...mine.recent].slice(0, MOST_RECENT) : put(mine.recent, card, place === 'recent'),
      },
    };
  };

const comesToMe = (event: TaskHappened, me: string): boolean =>
  (event.type === 'task.claimed' && event.by === me) || ((event.type === 'task.assigned' || event.type === 'task.cameBack') && event.to === me);

const placeOf = (card: TaskCard, me: string): 'held' | 'parked' | 'recent' => {
  if (card.status === 'held' && card.heldBy === me) return 'held';
  return (card.status === 'parked' && card.parkedBy === me) || card.reservedFor === me ? 'parked' : 'recent';
};

const put = (cards: readonly TaskCard[], card: TaskCard, belongs: boolean): TaskCard[] => {
  if (!belongs) return without(cards, card.id);
  return cards.some(({ id }) => id === card.id) ? cards.map((one) => (one.id === card.id ? card : one)) : [...cards, card];
};
