import type { Task } from '@firstline/domain/tasks/task.ts';
import { useState } from 'react';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { TaskNotice } from './task-notice.tsx';

type ClosingAskedProps = { task: Pick<Task, 'closingAsked'>; lastContactAt?: string; onResolve: () => void; onPark: () => void };

/** Nothing was said with the customer for a while: can it be closed, or does it wait? */
export const ClosingAsked = ({ task: { closingAsked }, lastContactAt, onResolve, onPark }: ClosingAskedProps) => {
  const now = useNow(undefined, 30);
  const [put, setPut] = useState<string>();
  const isNews = closingAsked && lastContactAt && Date.parse(closingAsked) >= Date.parse(lastContactAt);
  if (!isNews || put === closingAsked) return null;
  return (
    <TaskNotice
      action={
        <>
          <Button onClick={() => setPut(closingAsked)}>{t('Not yet')}</Button>
          <Button onClick={onPark}>{t('Wait for answer')}</Button>
          <Button kind="primary" onClick={onResolve}>
            {t('Resolve & Close')}
          </Button>
        </>
      }
    >
      {t('The last contact was {{time}} ago. Is the work done?', { time: ago(lastContactAt, now) })}
    </TaskNotice>
  );
};
