import { leads } from '@firstline/domain/desk/role.ts';
import type { Me } from '@firstline/contract/desk.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { NewTask } from '@firstline/domain/tasks/notice.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { useSyncExternalStore } from 'react';
import { rulesOf } from '../platform/me.ts';
import type { LiveEntry } from '../platform/live-cache.ts';

/** A task that came in while this screen was open, and still waits as far as it heard. */
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
  if (GONE.has(event.type) && news.some(({ taskId }) => taskId === event.taskId)) say(news.filter(({ taskId }) => taskId !== event.taskId));
  return undefined;
};

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

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};
export const useNews = (): readonly News[] => useSyncExternalStore(subscribe, () => news);
