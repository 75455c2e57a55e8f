import type { Workspace as Known } from '@firstline/contract/tasks.ts';
import { cardOf } from '@firstline/domain/tasks/card.ts';
import { ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMe } from '../../platform/me.ts';
import { clockTime } from '../../platform/time.ts';
import { t } from '../../platform/words.ts';
import { EscalateDialog } from '../../tasks/escalate-dialog.tsx';
import { setReleased, useReleased, type Released } from '../../tasks/released.ts';
import { TaskMeta } from '../../tasks/task-meta.tsx';
import { TaskNotice } from '../../tasks/task-notice.tsx';
import { TaskPreview } from '../../tasks/task-preview.tsx';
import type { Claim } from '../../tasks/use-claim.ts';
import { Button } from '../../ui/button.tsx';
import { saidOfBreach } from '../../ui/said-of-breach.ts';
import { serverNow } from '../../ui/now.ts';
import { toast } from '../../ui/toast.tsx';
import { TaskHead, Workspace, type TaskAct } from '../../ui/workspace-layout.tsx';
import { HeldTask } from './held-task.tsx';
import type { ComposerTab } from './task-composer.tsx';
import { Timeline } from './timeline.tsx';
import { UndoClose } from './undo-close.tsx';
import { useLeadActs } from './use-lead-acts.tsx';

type TaskWorkProps = { known: Known; claim: Claim; tab?: ComposerTab; onTab: (tab: ComposerTab) => void; onLeave: () => void };

/** One task in whatever state it is: at work, waiting, held by a colleague, closed. */
export const TaskWork = ({ known, claim, tab, onTab, onLeave }: TaskWorkProps) => {
  const { person } = useMe();
  const { task, customer } = known;
  const released = useReleased();
  const [asking, setAsking] = useState<'escalate'>();
  const isMine = isHeldBy(known, person.id);
  useEffect(() => {
    if (isMine) setReleased(undefined);
  }, [isMine]);

  const lead = useLeadActs(known);

  if (isMine) return <HeldTask known={known} tab={tab} onTab={onTab} onLeave={onLeave} />;
  const escalate: TaskAct = { label: t('Escalate'), icon: ArrowUp, kind: 'plain', does: () => setAsking('escalate') };
  const head = <TaskHead title={task.subject.trim() || t('No subject')} meta={<TaskMeta task={task} />} acts={[...lead.acts, ...(task.status === 'waiting' ? [escalate] : [])]} alone={isFree(known)} />;
  if (isFree(known))
    return (
      <>
        {head}
        {lead.dialog}
        {released?.taskId === task.id && (
          <TaskNotice>{whyReleased(released)}</TaskNotice>
        )}
        {asking && (
          <EscalateDialog
            task={cardOf(task)}
            onClose={() => setAsking(undefined)}
            onDone={(says) => {
              toast(says);
              onLeave();
            }}
          />
        )}
        <TaskPreview card={cardOf(task)} phones={customer.phones} claim={claim} onBack={onLeave} />
      </>
    );
  return (
    <>
      <Workspace
        head={head}
        callBar={<TaskNotice action={<WayOn known={known} claim={claim} onLeave={onLeave} />}>{released?.taskId === task.id ? whyReleased(released) : whereItIs(known)}</TaskNotice>}
        flow={<Timeline workspace={known} />}
      />
      {lead.dialog}
    </>
  );
};

export const isHeldBy = ({ task }: Known, personId: string): boolean => task.status === 'held' && task.heldBy === personId;
export const isFree = ({ task }: Known): boolean => task.status === 'waiting' || task.status === 'escalated';

const WayOn = ({ known, claim, onLeave }: { known: Known; claim: Claim; onLeave: () => void }) => {
  const { task } = known;
  const { person } = useMe();
  const card = cardOf(task);
  const mayTakeBack = task.status === 'parked' && task.parkedBy === person.id;
  const first = mayTakeBack ? claim.breachesOf(card).find(({ level }) => level === 'enforced') : undefined;
  return (
    <>
      <Button onClick={onLeave}>{t('Back to the queue')}</Button>
      <UndoClose known={known} />
      {mayTakeBack && (
        <Button kind="primary" keys="c" busy={claim.busyWith === task.id} refused={saidOfBreach(first)} onClick={() => claim.claim(card)}>
          {t('Take back')}
        </Button>
      )}
    </>
  );
};

const whyReleased = ({ at, reason }: Released): string =>
  reason === undefined
    ? t('Nobody answered, so this task went back to the queue at {{time}}. What you wrote is kept.', { time: clockTime(at, serverNow()) })
    : t('A supervisor took this task at {{time}}: {{reason}} What you wrote is kept.', { time: clockTime(at, serverNow()), reason: /[.!?]$/.test(reason) ? reason : `${reason}.` });

const whereItIs = ({ task, names }: Known): string => {
  if (task.status === 'parked')
    return t('{{name}} waits for the customer’s answer: {{time}} at the latest.', { name: names[task.parkedBy ?? ''] ?? t('A colleague'), time: clockTime(task.parkedUntil ?? '', serverNow()) });
  return task.status === 'held'
    ? t('{{name}} has it since {{time}}.', { name: names[task.heldBy ?? ''] ?? t('A colleague'), time: clockTime(task.heldSince ?? '', serverNow()) })
    : t('Closed {{time}}.', { time: clockTime(task.closedAt ?? task.openedAt, serverNow()) });
};
