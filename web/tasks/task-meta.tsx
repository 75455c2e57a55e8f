import type { Task } from '@firstline/domain/tasks/task.ts';
import { memo, useState } from 'react';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { bandOf, bandWord } from '../ui/age.tsx';
import { wholeOf } from '../ui/clamped.tsx';
import { useNow } from '../ui/now.ts';
import { Tag } from '../ui/tag.tsx';
import { HoldingTags } from './holding-tags.tsx';
import { AnswerTag } from './answer-tag.tsx';
import { CriticalityDialog } from './criticality-dialog.tsx';
import { CriticalityAct, CriticalityTag } from './criticality-tag.tsx';
import { TypeTag } from './type-tag.tsx';

/** Who, what kind, how old: the line below a task's title. */
export const TaskMeta = memo(({ task }: { task: Task }) => (
  <>
    <span data-tip={wholeOf(task.customerName)}>{task.customerName}</span>
    <Critical task={task} />
    <TypeTag type={task.taskType} />
    {task.status === 'closed' ? <Tag>{t('Closed')}</Tag> : <AgeTag since={task.openedAt} />}
    <AnswerTag task={task} whole />
    {task.teamId && task.status !== 'closed' && <Tag tone="warn">{t('Escalated')}</Tag>}
    <HoldingTags task={task} />
  </>
));

/** What it is, and the way to change it. */
const Critical = ({ task }: { task: Task }) => {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {task.status === 'closed' ? <CriticalityTag id={task.criticality} /> : <CriticalityAct id={task.criticality} onChange={() => setIsAsking(true)} />}
      {isAsking && <CriticalityDialog task={task} onClose={() => setIsAsking(false)} />}
    </>
  );
};

const AgeTag = ({ since }: { since: string }) => {
  const now = useNow(undefined, 5);
  const band = bandOf(since, now);
  const tone = ({ fresh: 'ok', standard: 'off', prioritise: 'warn', urgent: 'stop' } as const)[band];
  return (
    <Tag tone={tone}>
      {bandWord(band)} · {ago(since, now)}
    </Tag>
  );
};
