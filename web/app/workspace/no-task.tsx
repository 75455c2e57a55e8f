import { Inbox, SearchX } from 'lucide-react';
import { problemOf } from '../../platform/api.ts';
import { Unread } from '../../platform/unread.tsx';
import { t } from '../../platform/words.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FirstSteps } from './first-steps.tsx';

type NoTaskProps = { asked: boolean; error: Error | null; onRetry: () => void; onBack: () => void };

/** Instead of a task: none is open, it is on its way, or it is not there. */
export const NoTask = (props: NoTaskProps) => (
  <>
    <h1 className="heard">{t('My work')}</h1>
    <Instead {...props} />
  </>
);

const Instead = ({ asked, error, onRetry, onBack }: NoTaskProps) => {
  if (!asked)
    return (
      <FirstSteps
        otherwise={
          <Empty icon={Inbox} title={t('No task is open.')}>
            {t('Claim one from the queue, or open it to look at it first.')}
          </Empty>
        }
      />
    );
  if (!error)
    return (
      <div className="task-loading">
        <Skeleton kind="message" rows={3} />
      </div>
    );
  const { code } = problemOf(error);
  return code === 'not-there' || code === 'bad-input' ? (
    <Empty icon={SearchX} title={t('This task is not there, or not for you to see.')} action={<Button onClick={onBack}>{t('Back to the queue')}</Button>} />
  ) : (
    <Unread error={error} onRetry={onRetry} />
  );
};
