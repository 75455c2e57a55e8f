import type { TaskType } from '@firstline/domain/tasks/task-type.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { ask, read } from '../platform/api.ts';
import type { InputOf } from '../platform/doors.ts';
import { useMe } from '../platform/me.ts';
import { joined, type QueueList } from './queue-live.ts';
import type { QueueOrder } from './queue-order.ts';

/** What a person chose to see of the queue. The desk remembers it, and this browser until the desk has said. */
export type QueueView = { queueId?: string; taskType?: TaskType; order: QueueOrder };

const ORDERS: readonly QueueOrder[] = ['priority', 'due', 'oldest', 'newest'];

export const useQueueView = (): [QueueView, (part: Partial<QueueView>) => void] => {
  const { person } = useMe();
  const place = `firstline.queue-view.${person.id}`;
  const [here] = useState(() => remembered(place));
  const [chosen, setChosen] = useState<QueueView>();
  const { data: own } = useQueryOf('tasks.own', {});
  const view = chosen ?? own?.lastView ?? here;
  const change = useCallback(
    (part: Partial<QueueView>) => {
      const next = { ...view, ...part };
      setChosen(next);
      void ask('tasks.showView', next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Not remembered here, then; the list still changes.
      }
    },
    [view, place],
  );
  return [view, change];
};

const remembered = (place: string): QueueView => {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<QueueView>;
    return {
      ...(typeof kept.queueId === 'string' && { queueId: kept.queueId }),
      ...(typeof kept.taskType === 'string' && { taskType: kept.taskType }),
      order: ORDERS.find((order) => order === kept.order) ?? 'priority',
    };
  } catch {
    return { order: 'priority' };
  }
};

/** The queue as chosen, page by page. */
export const useQueueList = (view: QueueView) => {
  const client = useQueryClient();
  const input: InputOf<'tasks.waiting'> = view;
  const { data, error, isPending, refetch } = useQueryOf('tasks.waiting', input);
  const [reading, setReading] = useState(false);
  const list = data as QueueList | undefined;

  const readOn = async () => {
    if (!list?.next || reading) return;
    setReading(true);
    try {
      const page = await read('tasks.waiting', { ...input, after: list.next });
      client.setQueryData<QueueList>(['tasks.waiting', input], (known) => (known && known.next === list.next ? joined(known, page) : known));
    } catch {
      // The end of the list stays where it is; scrolling there asks again.
    } finally {
      setReading(false);
    }
  };

  return { list, error, isPending, refetch, readOn: () => void readOn() };
};
