import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { CircleCheck } from 'lucide-react';
import { useQueryOf } from '../platform/asking.ts';
import type { AnswerOf } from '../platform/doors.ts';
import { ago, dueIn } from '../platform/time.ts';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Card } from '../ui/card.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { Empty } from '../ui/empty.tsx';
import { useNow } from '../ui/now.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { HoldingTags } from './holding-tags.tsx';
import { taskAddress } from './task-row.tsx';

/** For whoever leads: what is in whose hands, what waits for customers, and who was asked whether they are there. */
export const InHandPage = ({ onOpen }: { onOpen: (taskId: string) => void }) => {
  const { data, error, isPending, refetch } = useQueryOf('tasks.inHand', {}, { staleTime: 0 });
  return (
    <Sheet title={t('In hand')} says={t('What each agent holds or has parked, and how often the desk asked whether they are still there.')}>
      {isPending && <Skeleton kind="row" rows={5} />}
      {error && !data && <Unread error={error} onRetry={() => void refetch()} />}
      {data && <Known data={data} onOpen={onOpen} />}
    </Sheet>
  );
};

const Known = ({ data: { cards, questions, names }, onOpen }: { data: AnswerOf<'tasks.inHand'>; onOpen: (taskId: string) => void }) => {
  const now = useNow(undefined, 30);
  const whose = (card: TaskCard): string => names[card.heldBy ?? card.parkedBy ?? card.reservedFor ?? ''] ?? t('A colleague');
  const held = cards.filter(({ status }) => status === 'held');
  const waiting = cards.filter(({ status }) => status !== 'held');
  const task = { name: t('Task'), wide: true, cell: (card: TaskCard) => (
    <>
      <TaskLink card={card} onOpen={onOpen} /> <HoldingTags task={card} />
    </>
  ) };
  return (
    <>
      <Card title={t('Held')} aside={String(held.length)}>
        {held.length === 0 ? (
          <Empty icon={CircleCheck} title={t('Nobody holds a task.')} />
        ) : (
          <Table name={t('Held')} items={held} keyOf={({ id }) => id} columns={[{ name: t('Agent'), cell: whose }, task, { name: t('For'), cell: (card) => ago(card.heldSince ?? '', now) }]} />
        )}
      </Card>
      <Card title={t('Waiting for customers')} aside={String(waiting.length)}>
        {waiting.length === 0 ? (
          <Empty icon={CircleCheck} title={t('Nothing is parked.')} />
        ) : (
          <Table name={t('Waiting for customers')} items={waiting} keyOf={({ id }) => id} columns={[{ name: t('Agent'), cell: whose }, task, { name: t('Back'), cell: (card) => dueIn(card.parkedUntil ?? card.reservedUntil ?? '', now) }]} />
        )}
      </Card>
      <Card title={t('Are you still there?')} aside={t('Last seven days')}>
        {questions.length === 0 ? (
          <Empty icon={CircleCheck} title={t('Nobody had to be asked.')} />
        ) : (
          <Table
            name={t('Questions whether somebody is there')}
            items={questions}
            keyOf={({ personId }) => personId}
            columns={[
              { name: t('Agent'), cell: ({ personId }) => names[personId] ?? t('A colleague') },
              { name: t('Shown'), right: true, cell: ({ shown }) => shown },
              { name: t('Answered'), right: true, cell: ({ answered }) => answered },
              { name: t('Ignored'), right: true, cell: ({ ignored }) => ignored },
            ]}
          />
        )}
      </Card>
    </>
  );
};

const TaskLink = ({ card, onOpen }: { card: TaskCard; onOpen: (taskId: string) => void }) => (
  <a
    href={taskAddress(card.id)}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onOpen(card.id);
    }}
  >
    <Clamped>{`${card.customerName}: ${card.subject.trim() || t('No subject')}`}</Clamped>
  </a>
);
