import { leads } from '@firstline/domain/desk/role.ts';
import type { Me } from '@firstline/contract/desk.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { NewTask } from '@firstline/domain/tasks/notice.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import type { Lists } from '@firstline/domain/desk/lists.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { useSyncExternalStore } from 'react';
import { rulesOf } from '../platform/me.ts';
import type { LiveEntry } from '../platform/live-cache.ts';

/** A task that came in lately and still waits, as far as this screen heard. */
export type News = NewTask & { taskId: string; at: string };

const MOST = 20;

let news: readonly News[] = [];
const listeners = new Set<() => void>();
const say = (next: readonly News[]): void => {
  if (next === news) return;
  news = next;
  for (const listen of listeners) listen();
};

/** Follows what is told of tasks: new ones that this person may take come in, and leave once somebody has them. Answers a new one. */
export const hearNews = ({ event: heard }: Pick<LiveEntry, 'event'>, me: Me): News | undefined => {
  const event = heard as unknown as Recorded<TaskEvent>;
  if (event.type === 'task.opened') {
    const known = newsOf(event, me);
    if (known) say([known, ...news.filter(({ taskId }) => taskId !== known.taskId)].slice(0, MOST));
    return known;
  }
  if (!GONE.has(event.type)) return undefined;
  gone.add(event.taskId);
  if (news.some(({ taskId }) => taskId === event.taskId)) say(news.filter(({ taskId }) => taskId !== event.taskId));
  return undefined;
};

/** So long a new task is news: about a shift. */
const NEWS_HOURS = 8;

/** What came in before this screen stood: the newest tasks that wait, as the desk has them. What was heard since is known better. */
export const recallNews = (cards: readonly TaskCard[], now: number, types: Lists['taskTypes']): void => {
  const since = now - NEWS_HOURS * 3_600_000;
  const recalled = cards
    .filter(({ id, status, openedAt }) => status === 'waiting' && Date.parse(openedAt) > since && !gone.has(id) && news.every(({ taskId }) => taskId !== id))
    .map(({ id, openedAt, customerName, taskType, summary, subject }) => ({ taskId: id, at: openedAt, customerName, service: labelIn(types, taskType), summary: summary.lines[0]?.says ?? subject }));
  if (recalled.length > 0) say([...news, ...recalled].sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, MOST));
};

/** Tasks that left, perhaps while the newest were read. */
const gone = new Set<string>();

const GONE = new Set<string>(['task.claimed', 'task.assigned', 'task.closed', 'task.escalated']);

const newsOf = (event: Recorded<Extract<TaskEvent, { type: 'task.opened' }>>, me: Me): News | undefined => {
  const { person } = me;
  const serves = person.queueIds.includes(event.queueId) || leads(person);
  const rules = rulesOf(me, event.queueId);
  // Of a queue that one does not hear the words of, there is nothing to tell.
  if (!serves || !event.personal || missingSkills(event, person, rules).length > 0) return undefined;
  const { customerName, contact, summary, subject } = event.personal;
  return {
    taskId: event.taskId,
    at: event.at,
    customerName,
    phone: contact?.phone,
    address: contact?.address,
    service: labelIn(rules.lists.taskTypes, event.taskType),
    summary: summary.lines[0]?.says ?? subject,
  };
};

export const onNews = (listen: () => void): (() => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};
export const newsNow = (): readonly News[] => news;
export const useNews = (): readonly News[] => useSyncExternalStore(onNews, newsNow);
