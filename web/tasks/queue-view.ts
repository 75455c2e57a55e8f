import type { TaskType } from '@firstline/domain/tasks/task-type.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { read } from '../platform/api.ts';
import type { InputOf } from '../platform/doors.ts';
import { joined, type QueueList } from './queue-live.ts';
import type { QueueOrder } from './queue-order.ts';

/** What a person chose to see of the queue; this browser remembers it. */
export type QueueView = { queueId?: string; taskType?: TaskType; order: QueueOrder };

const PLACE = 'firstline.queue-view';
const ORDERS: readonly QueueOrder[] = ['priority', 'due', 'oldest', 'newest'];

export const useQueueView = (): [QueueView, (part: Partial<QueueView>) => void] => {
  const [view, setView] = useState<QueueView>(remembered);
  const change = useCallback(
    (part: Partial<QueueView>) => {
      const next = { ...view, ...part };
      setView(next);
      try {
        localStorage.setItem(PLACE, JSON.stringify(next));
      } catch {
        // Not remembered, then; the list still changes.
      }
    },
    [view],
  );
  return [view, change];
};

const remembered = (): QueueView => {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<QueueView>;
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
