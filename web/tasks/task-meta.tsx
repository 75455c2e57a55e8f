import type { Task } from '@firstline/domain/tasks/task.ts';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { bandOf, bandWord } from '../ui/age.tsx';
import { useNow } from '../ui/now.ts';
import { Tag } from '../ui/tag.tsx';
import { HoldingTags } from './holding-tags.tsx';
import { TypeTag } from './type-tag.tsx';

/** Who, what kind, how old: the line below a task's title. */
export const TaskMeta = ({ task }: { task: Task }) => (
  <>
    <span>{task.customerName}</span>
    <TypeTag type={task.taskType} />
    {task.status === 'closed' ? <Tag>{t('Closed')}</Tag> : <AgeTag since={task.openedAt} />}
    {task.escalation && <Tag tone="warn">{t('Escalated')}</Tag>}
    <HoldingTags task={task} />
  </>
);

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
