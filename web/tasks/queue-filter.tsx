import type { Queue } from '@firstline/domain/desk/queue.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { ListFilter } from 'lucide-react';
import { memo } from 'react';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { QueueOrder } from './queue-order.ts';
import { useSavedViews } from './saved-views.tsx';
import type { QueueView } from './queue-view.ts';

type QueueFilterProps = { view: QueueView; onView: (part: Partial<QueueView>) => void; queues: Queue[] };

/** Which of the queue is shown, said in words; the words open the choice. */
export const QueueFilter = memo(({ view, onView, queues }: QueueFilterProps) => {
  const { taskTypes } = useHouse().lists;
  const saved = useSavedViews(view, onView);
  const orders: [QueueOrder, string][] = [
    ['priority', t('Most urgent first')],
    ['due', t('Answer due soonest')],
    ['oldest', t('Oldest first')],
    ['newest', t('Newest first')],
  ];
  const queueName = queues.find(({ id }) => id === view.queueId)?.name ?? t('All queues');
  const typeName = view.taskType ? t(labelIn(taskTypes, view.taskType)) : t('all types');
  const orderName = orders.find(([order]) => order === view.order)?.[1] ?? '';

  return (
    <>
    <Menu
      trigger={
        <Button kind="quiet" icon={ListFilter} className="queue-filter" aria-label={t('Show: {{queue}}, {{types}}, {{order}}', { queue: queueName, types: typeName, order: orderName })}>
          <span className="queue-filter-words">
            {saved.current ? saved.current.name : `${queueName} · ${typeName} · ${orderName}`}
          </span>
        </Button>
      }
      groups={[
        ...saved.groups,
        { label: t('Order'), items: orders.map(([order, label]) => ({ label, checked: view.order === order, does: () => onView({ order }) })) },
        {
          label: t('Queue'),
          items: [
            { label: t('All queues'), checked: !view.queueId, does: () => onView({ queueId: undefined }) },
            ...queues.map(({ id, name }) => ({ label: name, checked: view.queueId === id, does: () => onView({ queueId: id }) })),
          ],
        },
        {
          label: t('Type'),
          items: [
            { label: t('All types'), checked: !view.taskType, does: () => onView({ taskType: undefined }) },
            // Retired kinds stay in the choice: what waits may still be of one.
            ...taskTypes.map(({ id, label }) => ({ label: t(label), checked: view.taskType === id, does: () => onView({ taskType: id }) })),
          ],
        },
      ]}
    />
    {saved.dialog}
    </>
  );
});
