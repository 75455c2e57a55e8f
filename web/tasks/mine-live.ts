import type { MyWork } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Evolve } from '../platform/live-cache.ts';
import { cardAfter, cardOfId, without, type TaskHappened } from './card-live.ts';

const MOST_RECENT = 10;

/** What I hold and held: a task that leaves me stands first among the recent ones. */
export const evolveMine =
  (me: Pick<Actor, 'id'>): Evolve<MyWork, unknown> =>
  (mine, { kind, event: heard }) => {
    if (kind !== 'task') return { data: mine };
    const event = heard as unknown as TaskHappened;
    const held = cardOfId(mine.held, event.taskId);
    const known = held ?? cardOfId(mine.recent, event.taskId);
    if (!known) return event.type === 'task.claimed' && event.by === me.id ? { data: mine, again: 'now' } : { data: mine };
    const card = cardAfter(known, event);
    if (card === 'missed') return { data: mine, again: 'soon' };
    if (card === known) return { data: mine };

    const isMine = card.status === 'held' && card.heldBy === me.id;
    if (isMine && held) return { data: { ...mine, held: mine.held.map((one) => (one.id === card.id ? card : one)) } };
    if (isMine) return { data: { ...mine, held: [...mine.held, card], recent: without(mine.recent, card.id) } };
    if (held) return { data: { ...mine, held: without(mine.held, card.id), recent: [card, ...without(mine.recent, card.id)].slice(0, MOST_RECENT) } };
    return { data: { ...mine, recent: mine.recent.map((one) => (one.id === card.id ? card : one)) } };
  };
