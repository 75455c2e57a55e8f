import type { QueuePage } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { cardOf, type TaskCard } from '@firstline/domain/tasks/card.ts';
import { isOffered, standsAbove, type Team } from '@firstline/domain/tasks/escalation.ts';
import { evolveTask } from '@firstline/domain/tasks/task.ts';
import type { InputOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';
import { cardAfter, cardOfId, without, type TaskHappened } from './card-live.ts';
import { inOrder } from './queue-order.ts';

/** One page or several of the queue, as it lives on the screen. */
export type QueueList = QueuePage & {
  /** The last card that was read: what sorts behind it belongs to pages not read yet. */
  until?: TaskCard;
  /** Cards that left. One that comes back need not be asked for. */
  gone?: TaskCard[];
};

type Input = InputOf<'tasks.waiting'>;

/** Who looks, and the teams of the house as they stand now. */
type Me = Pick<Actor, 'roles'> & { teams: readonly Team[] };

const MOST_GONE = 300;

/** A queue list evolves by what happens to its tasks: who may see the escalated ones keeps them. */
export const evolveQueueList =
  (person: Pick<Actor, 'roles'>, teams: () => readonly Team[]): Evolve<QueueList, Input> =>
  (list, { kind, event: heard }, input) => {
    if (heard.type === 'house.listSet' && heard.name === 'teams') return { data: list, again: 'soon' };
    if (kind !== 'task') return { data: list };
    const me = { roles: person.roles, teams: teams() };
    const event = heard as unknown as TaskHappened;
    const known = cardOfId(list.cards, event.taskId) ?? cardOfId(list.gone ?? [], event.taskId);
    if (!known) return { data: list, ...((mayBring(event, me) || isComingUp(event, list, input)) && arrive(list, event, input, me)) };
    const card = cardAfter(known, event);
    if (card === 'missed') return { data: list, again: 'soon' };
    return { data: card === known ? list : placed(list, card, isShown(card, input, me), input) };
  };

/** Another page joined at the end. What is known better already stays as it is. */
export const joined = (list: QueueList, page: QueuePage): QueueList => {
  const known = new Set([...list.cards, ...(list.gone ?? [])].map(({ id }) => id));
  return {
    ...list,
    cards: [...list.cards, ...page.cards.filter(({ id }) => !known.has(id))],
    next: page.next,
    until: page.cards.at(-1) ?? list.until,
    names: { ...list.names, ...page.names },
  };
};

const mayBring = (event: TaskHappened, me: Me): boolean =>
  event.type === 'task.opened' ||
  ('nowWaiting' in event && !('slot' in event) && (event.nowWaiting || standsAbove(me, me.teams))) ||
  event.type === 'task.criticalitySet' ||
  event.type === 'task.handedBack' ||
  (event.type === 'task.escalated' && isOffered({ status: 'escalated', teamId: event.teamId }, me, me.teams));

/** Of a task on pages not read yet only what now sorts before their beginning is asked for: a whole queue may move at once. */
const isComingUp = (event: TaskHappened, { next, until }: QueueList, { order = 'priority' }: Input): boolean =>
  event.type === 'task.reranked' && order === 'priority' && next !== undefined && (until === undefined || event.rank <= until.rank);

const arrive = (list: QueueList, event: TaskHappened, input: Input, me: Me) => {
  if (event.type !== 'task.opened' || !event.personal) return { again: 'soon' as const };
  const card = cardOf(evolveTask(undefined, event));
  return isShown(card, input, me) ? { data: placed(list, card, true, input) } : {};
};

const isShown = (card: TaskCard, input: Input, me: Me): boolean =>
  isOffered(card, me, me.teams) &&
  (input.order !== 'due' || card.answerDueAt !== undefined) &&
  (!input.queueId || card.queueId === input.queueId) &&
  (!input.taskType || card.taskType === input.taskType);

const placed = (list: QueueList, card: TaskCard, isShownHere: boolean, { order }: Input): QueueList => {
  const others = without(list.cards, card.id);
  const gone = without(list.gone ?? [], card.id);
  const until = list.until ?? list.cards.at(-1);
  if (!isShownHere) return { ...list, cards: others, gone: [...gone, card].slice(-MOST_GONE), until };
  if (list.next && until && inOrder(order)(card, until) > 0) return { ...list, cards: others, gone, until };
  return { ...list, cards: [...others, card].sort(inOrder(order)), gone, until };
};
