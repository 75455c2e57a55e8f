import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { t } from '../platform/words.ts';
import { Tag } from '../ui/tag.tsx';

type Shown = Pick<TaskCard, 'status' | 'cameBack' | 'reservedFor' | 'protection'>;

/** How a task stands between its agent and its customer. */
export const HoldingTags = ({ task }: { task: Shown }) => (
  <>
    {task.status === 'parked' && <Tag tone="off">{t('Waits for the customer')}</Tag>}
    {task.cameBack && <Tag tone="accent">{task.cameBack === 'reply' ? t('Customer answered') : t('Due again')}</Tag>}
    {task.reservedFor && <Tag tone="warn">{t('First for its agent')}</Tag>}
    {task.protection && <Tag tone="ok">{t('On a call')}</Tag>}
  </>
);
