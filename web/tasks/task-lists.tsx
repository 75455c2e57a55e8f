import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { leads } from '@firstline/domain/desk/role.ts';
import { CircleCheck, X } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Rows } from '../ui/rows.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { WhyNot } from '../platform/why-not.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { ListGroup } from '../ui/workspace-layout.tsx';
import { ParkedTasks } from './parked-tasks.tsx';
import { QueueFilter } from './queue-filter.tsx';
import { useQueueList, useQueueView, type QueueView } from './queue-view.ts';
import { useIsOffered } from './offered.ts';
import { RecentTasks } from './recent-tasks.tsx';
import { TaskRow } from './task-row.tsx';
import type { Claim } from './use-claim.ts';
import './task-lists.css';

type TaskListsProps = { openId?: string; onOpen: (taskId: string) => void; claim: Claim };

/** My task, what waits, and what I held before. */
export const TaskLists = ({ openId, onOpen, claim }: TaskListsProps) => {
  const { data: mine } = useQueryOf('tasks.mine', {});
  const held = mine?.held ?? [];
  return (
    <>
      {held.length > 0 && (
        <ListGroup title={held.length > 1 ? t('My tasks') : t('My task')} count={held.length}>
          <Rows name={t('My task')}>
            {held.map((card) => (
              <TaskRow key={card.id} card={card} mine current={card.id === openId} onOpen={onOpen} />
            ))}
          </Rows>
        </ListGroup>
      )}
      <ParkedTasks cards={mine?.parked ?? []} openId={openId} onOpen={onOpen} claim={claim} />
      <Queue openId={openId} onOpen={onOpen} claim={claim} />
      <RecentTasks cards={mine?.recent ?? []} openId={openId} onOpen={onOpen} />
    </>
  );
};

const Queue = ({ openId, onOpen, claim }: TaskListsProps) => {
  const { queues, person } = useMe();
  const [view, setView] = useQueueView();
  const isOffered = useIsOffered();
  const { list: read, error, isPending, refetch, readOn } = useQueueList(view);
  const list = useMemo(() => read && { ...read, cards: read.cards.filter(isOffered) }, [read, isOffered]);
  const waiting = useQueryOf('tasks.badges', {}).data?.waiting;
  const served = useMemo(() => (leads(person) ? queues : queues.filter(({ id }) => person.queueIds.includes(id))), [person, queues]);

  return (
    <ListGroup title={t('Queue')} count={countOf(view, waiting, list?.next ? undefined : list?.cards.length)}>
      <QueueFilter view={view} onView={setView} queues={served} />
      <Refused claim={claim} />
      {isPending && <Skeleton kind="row" rows={4} />}
      {error && !list && <Unread error={error} onRetry={() => void refetch()} />}
      {list?.cards.length === 0 && !list.next && <NothingWaits view={view} onAll={() => setView({ queueId: undefined, taskType: undefined })} />}
      {list && list.cards.length > 0 && (
        <VirtualList name={t('Queue')} items={list.cards} keyOf={({ id }) => id}>
          {(card, place, leaving) => (
            <TaskRow
              card={card}
              current={card.id === openId}
              place={place}
              leaving={leaving}
              onOpen={onOpen}
              action={<ClaimHere card={card} busy={claim.busyWith === card.id} claim={claim} />}
            />
          )}
        </VirtualList>
      )}
      {list?.next && <ReadOn key={list.next} onSeen={readOn} />}
    </ListGroup>
  );
};

const ClaimHere = memo(({ card, busy, claim }: { card: TaskCard; busy: boolean; claim: Claim }) => (
  <Button tabIndex={-1} busy={busy} aria-label={t('Claim the task of {{name}}', { name: card.customerName })} onClick={() => claim.claim(card)}>
    {t('Claim')}
  </Button>
));

/** Counted by the desk where it counts; a list that was read to its end counts itself. */
const countOf = (view: QueueView, waiting: Record<string, number> | undefined, whole: number | undefined): number | undefined => {
  if (view.taskType || !waiting) return whole;
  return whole ?? (view.queueId ? (waiting[view.queueId] ?? 0) : Object.values(waiting).reduce((sum, n) => sum + n, 0));
};

const Refused = ({ claim: { refused, claim, problem, forget } }: { claim: Claim }) => (
  <div className="queue-refused">
    <div>
      <WhyNot breaches={refused?.breaches} problem={problem} anyway={t('Claim anyway')} onAnyway={(rules) => refused && claim(refused.card, rules)} />
    </div>
    <IconButton icon={X} name={t('Dismiss')} onClick={forget} />
  </div>
);

const NothingWaits = ({ view, onAll }: { view: QueueView; onAll: () => void }) =>
  view.queueId || view.taskType ? (
    <Empty icon={CircleCheck} title={t('Nothing of this kind waits.')} action={<Button onClick={onAll}>{t('Show all that waits')}</Button>} />
  ) : (
    <Empty icon={CircleCheck} title={t('Nothing waits.')}>
      {t('New tasks appear here by themselves.')}
    </Empty>
  );

/** The end of what was read: coming near it reads on. */
const ReadOn = ({ onSeen }: { onSeen: () => void }) => {
  const end = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        setIsNear(entry?.isIntersecting === true);
        if (entry?.isIntersecting) seen.current();
      },
      { rootMargin: '600px' },
    );
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  // What breathes out of sight would keep the whole page drawing.
  return (
    <div ref={end} className="queue-end">
      {isNear && <Skeleton kind="row" rows={2} />}
    </div>
  );
};
